import type { nl } from './files.nl.ts'
import type { SameTexts } from './text.ts'

export const en: SameTexts<typeof nl> = {
  refusals: {
    empty: { what: 'This file is empty.', next: 'Choose the file again, or take a new photo.' },
    tooBig: { what: 'This file is larger than {megabytes} MB.', next: 'Choose a smaller file. A photo of lower quality is fine too.' },
    unknown: { what: 'We cannot read this kind of file.', next: 'Choose a photo (JPEG, PNG, WebP or HEIC) or a PDF.' },
    notThis: { what: 'This kind of file does not fit here.', next: 'Choose another file: {kinds}.' },
    gone: { what: 'This file is not there.', next: 'Go back to the page you came from.' },
  },
}
