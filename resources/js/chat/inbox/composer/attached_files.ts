import type { AttachmentJson } from '../../../../../app/chat/transformers/json/attachment_json.js'
import { PendingFiles } from '../../shared/files/pending_files.js'
import { sendFile } from '../../shared/files/send_file.js'
import { pageUrl } from '../../shared/page_url.js'
import type { Page } from '../page.js'
import { text } from '../texts.js'

/** As many as the server takes with a message. */
const MOST_FILES = 10
const MEGABYTE = 1024 * 1024

const attached = new WeakMap<HTMLFormElement, PendingFiles>()

/** The files beside a composer. */
export const attachedTo = (form: HTMLFormElement) => attached.get(form)

/** Begins to take files for a composer; those that were uploaded on an earlier page are there again. */
export function takeFiles(form: HTMLFormElement, page: Page, onChange: () => void) {
  const { conversation, maxMegabytes } = form.dataset
  const key = `files:${conversation}`
  const files = new PendingFiles({
    upload: (file, id, onProgress, signal) => {
      const query = new URLSearchParams({ name: file.name.slice(-255), upload_id: id })
      const url = pageUrl(`/${conversation}/files?${query}`)
      const headers = page.api.headers
      return sendFile<AttachmentJson>(file, { url, headers, onProgress, signal })
    },
    forget: ({ id }) => void page.api.post(pageUrl(`/files/${id}/delete`)).catch(() => {}),
    refusal: ({ name, size }, count) => {
      if (count >= MOST_FILES) return text('inbox_script.files.most', { max: MOST_FILES })
      const max = Number(maxMegabytes)
      return size > max * MEGABYTE ? text('inbox_script.files.large', { name, max }) : undefined
    },
    reasonOf: ({ status, body }) =>
      (status && body.errors?.[0]?.message) || text('inbox_script.files.lost'),
    onChange: () => {
      if (files.ready.length) page.store.set(key, files.ready)
      else page.store.remove(key)
      onChange()
    },
  })
  attached.set(form, files)
  const kept = page.store.get<AttachmentJson[]>(key)
  if (kept?.length) files.restore(kept)
  return files
}
