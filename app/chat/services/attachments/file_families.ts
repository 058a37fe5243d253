/** What a widget may accept, as its settings name it. */
export const FILE_FAMILIES = ['pictures', 'documents', 'media', 'archives'] as const

export type FileFamily = (typeof FILE_FAMILIES)[number]
