/** The types that a host and an integrator name; the values are in the package's main file. */
export type * from '#chat/main'
