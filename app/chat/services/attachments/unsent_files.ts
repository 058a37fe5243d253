import type DueAction from '#chat/models/due_action'
import Attachment from '#chat/models/attachment'
import type { KeptFiles } from '#chat/services/attachments/kept_files'
import type { DueKind } from '#chat/services/due_actions/due_kind'

/** The name of the kind in stored rows; the subject is the file. */
export const UNSENT_FILE = 'unsent-file'

/** Deletes a file that was uploaded and never sent. */
export class UnsentFiles implements DueKind {
  readonly name = UNSENT_FILE

  constructor(protected kept: KeptFiles) {}

  async run({ payload }: DueAction): Promise<void> {
    const file = await Attachment.find(payload.subject)
    if (file) await this.kept.deleteUnsent(file)
  }
}
