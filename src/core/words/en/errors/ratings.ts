/** Blind ratings. */
export const ratings = {
  'not-there': 'This blind rating is not there any more.',
  'no-stretches':
    'No stretch of {{lengthS, number}} s with a kept picture and a reading was found in these sessions. Choose more children, more days or a shorter stretch.',
  'no-stretches-for-research':
    'No stretch of {{lengthS, number}} s with a kept picture and a reading was found of children whose consent covers training. Research staff see no others: choose other raters, more children, more days or a shorter stretch.',
  'rater-twice': 'Each rater once was expected; found one twice.',
  'no-such-rater': 'One of the raters cannot sign in here any more. Choose another.',
  'not-a-rater': 'You are not one of the raters of this blind rating.',
  'stretch-left':
    'This stretch has left the rating: its pictures are gone with their consent, or its session was set aside. The next one is asked.',
  answered: 'You have answered this stretch already. Take the answer back first.',
  'nothing-to-undo': 'There is no answer of yours to take back.',
  'not-all_one': '{{count, number}} stretch has no answer of yours yet.',
  'not-all_other': '{{count, number}} stretches have no answer of yours yet.',
  'handed-in': 'You have handed in; your answers stand.',
  closed: 'This blind rating has been ended; nobody answers in it any more.',
  'not-told-yet':
    'Results are told when all raters have handed in, or when the rating has been ended: until then nobody is to know what another said.',
} as const;
