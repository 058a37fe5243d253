const RING = 'M12 3a9 9 0 1 0 .1 0M'

/** The launcher's icons as SVG paths in a box of 24 × 24. */
export const LAUNCHER_PATHS: Record<string, string> = {
  chat: 'M21 12a8 8 0 0 1-8 8H4l2-3a8 8 0 1 1 15-5z',
  message: 'M4 4h16v12H9l-5 4zM8 8h8M8 12h5',
  help: `${RING}9 9a3 3 0 1 1 3 3v2M12 16v2`,
  smile: `${RING}8 14q4 4 8 0M9 8v2M15 8v2`,
}

/** The icon of an open launcher. */
export const CLOSE_PATH = 'M6 6l12 12M18 6L6 18'
