import type { Language } from '#kit/text.ts'
import { nl } from './filters.nl.ts'

const en: typeof nl = {
  title: 'Kept filters',
  lead: 'What you look at often stands as a link above the list. Only you see your filters, in this role.',
  mine: 'Your filters',
  keep: 'Keep this filter',
  all: 'Manage filters',
  name: 'Name of the filter',
  nameHint: 'For example: receipts of October.',
  save: 'Save',
  rename: 'Change the name',
  remove: 'Remove',
  columns: { name: 'Filter', list: 'List', go: 'Change' },
  lists: { '/facturen': 'Invoices', '/bonnen': 'Receipts', '/bank': 'Bank', '/leden': 'Members', '/klantmanager': 'My desk', '/grootboek': 'Ledger' },
  empty: 'You have kept no filter yet',
  emptyText: 'Choose in a list what you want to see. Then press “Keep this filter”.',
  refusals: {
    noList: { what: 'A filter of this list cannot be kept.', next: 'Go back and choose another list.' },
    nothingAsked: { what: 'Nothing has been chosen to keep.', next: 'First choose in the list what you want to see.' },
    tooMany: { what: 'You already keep {most} filters of this list.', next: 'Remove one first.' },
    thereAlready: { what: 'You already have a filter of this name.', next: 'Choose another name.' },
    missing: { what: 'This filter is not there.', next: 'Go back to your filters.' },
  },
}

export function filterTexts(language: Language): typeof nl {
  return language === 'en' ? en : nl
}
