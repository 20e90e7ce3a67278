/** What the money of work without consent waits for, as each side reads it. */
export const nl = {
  municipal: {
    decision: {
      title: 'Er wacht al geld op je besluit',
      text: 'Er is werk verkocht van {days}. Het geld staat apart bij de coöperatie en wordt niet verdeeld. Zet in je besluit vanaf welke dag het mag.',
    },
    release: {
      title: 'Je hebt besloten. Het geld wacht nu op de penningmeester',
      text: 'Je toestemming geldt voor het werk van {days}. De penningmeester van de coöperatie geeft het geld vrij. Jij hoeft niets te doen.',
    },
    uncovered: {
      title: 'Er staat geld apart zonder toestemming',
      text: 'Er is werk verkocht van {days}. Daar geldt geen toestemming voor. Het geld blijft apart staan tot de coöperatie de verkoop terugdraait, of opnieuw vraagt.',
    },
  },
  others: {
    decision: {
      title: 'Er is al werk verkocht zonder toestemming',
      text: 'Werk van {days}. Het geld staat apart tot de gemeente besluit. Geldt de toestemming ook voor die dag? Dan geeft de penningmeester het vrij.',
    },
    release: {
      title: 'De gemeente heeft besloten. Het geld wacht op de penningmeester',
      text: 'De toestemming geldt ook voor het werk van {days}. De penningmeester geeft het geld vrij.',
    },
    uncovered: {
      title: 'Er staat geld apart zonder toestemming',
      text: 'De toestemming geldt niet voor het werk van {days}. Het geld blijft apart staan. Vraag je begeleider wat er nu kan.',
    },
  },
}
