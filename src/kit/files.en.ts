import type { nl } from './files.nl.ts'
import type { SameTexts } from './text.ts'

export const en: SameTexts<typeof nl> = {
  refusals: {
    empty: { what: 'This file is empty.', next: 'Choose the file again, or take a new photo.' },
    tooBig: { what: 'This file is larger than {megabytes} MB.', next: 'Choose a smaller file. A photo of lower quality is fine too.' },
    unknown: { what: 'We cannot read this kind of file.', next: 'Choose a photo (JPEG, PNG, WebP or HEIC) or a PDF.' },
    notThis: { what: 'This kind of file does not fit here.', next: 'Choose another file: {kinds}.' },
    oldOffice: {
      what: 'This is an old file of Word or Excel, or it has a password.',
      next: 'Save it as DOCX, XLSX, ODT or ODS without a password. Then choose it again.',
    },
    macros: { what: 'This file holds a macro: a program that may start by itself.', next: 'Save it without macros, or as PDF. Then choose it again.' },
    script: { what: 'This PDF holds a command that may start by itself.', next: 'Print the document to PDF again. Then choose that file.' },
    holdsFile: { what: 'There is another file inside this file. We cannot look through that.', next: 'Take it out, and add it by itself.' },
    locked: { what: 'We cannot look into this file. It may have a password.', next: 'Save it again without a password. Then choose it once more.' },
    gone: { what: 'This file is not there.', next: 'Go back to the page you came from.' },
  },
}
