export const nl = {
  required: 'Vul dit in.',
  choose: 'Kies een van de mogelijkheden.',
  amount: 'Dit is geen bedrag. Schrijf het zo: 12,50.',
  amountPositive: 'Vul een bedrag in dat hoger is dan nul.',
  day: 'Dit is geen datum. Schrijf het zo: 10-11-2026.',
  month: 'Dit is geen maand. Schrijf het zo: 2026-11.',
  number: 'Dit is geen getal. Schrijf het zo: 2 of 1,5.',
  percent: 'Dit is geen percentage. Schrijf het zo: 25 of 12,5.',
  tooLong: 'Dit is te lang. Gebruik hoogstens {max} tekens.',
  email: 'Dit is geen e-mailadres. Schrijf het zo: naam@voorbeeld.nl.',
  check: 'Controleer wat je hebt ingevuld.',
  checkNext: 'Bij elk veld dat niet klopt staat wat je kunt doen. Wat je typte is er nog.',
}
