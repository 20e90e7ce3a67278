import { optionalProse, optionalText, prose, text, z } from '#kit/form.ts'

export const Form = z.object({
  name: text(120),
  plan: text(4000), // planted
  note: optionalText(300), // planted
  extra: text(), // planted
  answer: prose(4000),
  remark: optionalProse(300),
})
