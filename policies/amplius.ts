import type { Pack } from './pack.ts'

/**
 * Amplius, Customer Conduct Policy 1.0. The document has headings and no numbers, so a clause is a heading, with the
 * place under it where the heading is long: 'Sanctions, paragraph 4', 'Sanctions, measure 4', 'Appendix B, row 6'.
 */
export const amplius: Pack = {
  key: 'amplius',
  packVersion: 2,
  document: {
    landlordName: 'Amplius',
    title: 'Customer Conduct Policy',
    version: { says: '1.0', clause: 'Document management' },
    approvedOn: { says: '2025-09-11', clause: 'Document management' },
    approvedBy: { says: 'Customer Experience Committee', clause: 'Document management' },
    effectiveOn: { says: '2025-09-22', clause: 'Document management' },
    reviewDueOn: { says: '2028-09-11', clause: 'Document management' },
    reviewEveryYears: { says: 3, clause: 'Evaluation, review and performance monitoring, paragraph 1' },
  },
  covers: [
    { code: 'tenant', clause: 'Scope, paragraph 7' },
    { code: 'leaseholder', clause: 'Scope, paragraph 7' },
    { code: 'shared-owner', clause: 'Scope, paragraph 7' },
    { code: 'colleague', clause: 'Scope, paragraph 7' },
    { code: 'contractor', clause: 'Scope, paragraph 7' },
  ],
  channels: {
    says: ['letter', 'phone', 'email', 'social', 'visit', 'web', 'sms'],
    clause: 'Definition of unacceptable customer conduct and actions, paragraph 2',
    gist: 'Letters, calls, emails, social media, and every other way in.',
  },
  categories: [
    {
      code: 'aggressive-or-abusive',
      name: 'Aggressive or abusive conduct',
      clause: 'Aggressive and abusive conduct',
      gist: 'Words or acts that leave a colleague feeling in danger, scared or badly treated. They can be spoken or written.',
      examples: [
        { code: 'threats', clause: 'Aggressive and abusive conduct', gist: 'Threatening someone.' },
        {
          code: 'abuse-or-swearing',
          clause: 'Aggressive and abusive conduct',
          gist: 'Abusing or swearing at someone.',
        },
        {
          code: 'personal-remarks',
          clause: 'Aggressive and abusive conduct',
          gist: 'Making comments about a person again and again.',
        },
        {
          code: 'threats-of-violence',
          clause: 'Aggressive and abusive conduct',
          gist: 'Saying you will hurt someone.',
        },
        {
          code: 'shouting-or-rudeness',
          clause: 'Aggressive and abusive conduct',
          gist: 'A lot of shouting, or being very rude.',
        },
        {
          code: 'offensive-language',
          clause: 'Aggressive and abusive conduct',
          gist: 'Remarks or language that offend.',
        },
        {
          code: 'violence-or-harassment',
          clause: 'Aggressive and abusive conduct',
          gist: 'At the worst: hurting or harassing a colleague. The police, a court or an end to direct contact may follow.',
        },
      ],
    },
    {
      code: 'unreasonable-demands',
      name: 'Unreasonable demands',
      clause: 'Unreasonable demands, paragraph 1',
      gist: 'Asking for so much that it takes far more than a fair share of time, and other customers get a worse service.',
      examples: [
        {
          code: 'too-much-or-too-fast',
          clause: 'Unreasonable demands, paragraph 2',
          gist: 'Wanting a great deal of information, or replies too fast, or only from one chosen person.',
        },
        {
          code: 'overload',
          clause: 'Unreasonable demands, paragraph 2',
          gist: 'More letters, calls, emails or posts than can be handled, by number or by length.',
        },
        {
          code: 'senior-only',
          clause: 'Unreasonable demands, paragraph 2',
          gist: 'Always wanting the most senior people and not dealing with anyone else.',
        },
        {
          code: 'unclear-complaint',
          clause: 'Unreasonable demands, paragraph 2',
          gist: 'Not saying what a complaint is about, even when help is offered.',
        },
        {
          code: 'outside-the-scheme',
          clause: 'Unreasonable demands, paragraph 2',
          gist: 'Not accepting that the complaints process cannot deal with some things.',
        },
        {
          code: 'violence-or-abuse',
          clause: 'Unreasonable demands, paragraph 2',
          gist: 'Abuse, aggression or violence, with rude or hurtful remarks and inflaming accusations counted in.',
        },
        {
          code: 'secret-recording',
          clause: 'Unreasonable demands, paragraph 2',
          gist: 'Recording meetings or calls without saying so.',
          lawfulInItself: true,
        },
      ],
    },
    {
      code: 'unreasonable-persistence',
      name: 'Unreasonable persistence',
      clause: 'Definition of unacceptable customer conduct and actions, paragraph 2',
      gist: 'Keeping on with a matter that has been answered.',
      examples: [
        {
          code: 'answer-not-accepted',
          clause: 'Unreasonable demands, paragraph 2',
          gist: 'Coming back to the same matter with nothing new, or adding to it and changing it all the time.',
        },
        {
          code: 'complaint-finished',
          clause: 'Unreasonable demands, paragraph 2',
          gist: 'Going on with a complaint that has been through every stage.',
        },
        {
          code: 'old-matters',
          clause: 'Unreasonable demands, paragraph 2',
          gist: 'Going back to old matters that have been settled.',
        },
        {
          code: 'several-organisations',
          clause: 'Unreasonable demands, paragraph 2',
          gist: 'Taking one complaint to several organisations.',
          lawfulInItself: true,
        },
      ],
    },
    {
      code: 'excessive-contact',
      name: 'Excessive contact',
      clause: 'Definition of unacceptable customer conduct and actions, paragraph 2',
      gist: 'Too much contact, by whatever way it comes.',
      examples: [
        {
          code: 'emails',
          clause: 'Unreasonable demands, paragraph 2',
          gist: 'A very large number of emails, each wanting an answer at once.',
        },
        {
          code: 'social-posts',
          clause: 'Unreasonable demands, paragraph 2',
          gist: 'Very many posts online.',
        },
        {
          code: 'calls',
          clause: 'Unreasonable demands, paragraph 2',
          gist: 'Calling again before colleagues have had time to answer.',
        },
      ],
    },
  ],
  combinationCounts: {
    says: true,
    clause: 'Unreasonable demands, paragraph 3',
    gist: 'Several of these together can be what makes conduct unacceptable.',
  },
  guards: [
    {
      code: 'anger-is-not-abuse',
      clause: 'Definition of unacceptable customer conduct and actions, paragraph 1',
      gist: 'Being angry about a problem is different from turning anger on a person.',
    },
    {
      code: 'fair-to-everyone',
      clause: 'Scope, paragraph 3',
      gist: 'Everyone is treated fairly and in the same way, also when their conduct is in question.',
    },
    {
      code: 'honest-from-the-start',
      clause: 'Unreasonable demands, paragraph 4',
      gist: 'Colleagues say early what can and cannot be done, and promise no more than that.',
    },
  ],
  steps: {
    informal: {
      says: 'always-first',
      clause: 'Sanctions, paragraph 1',
      gist: 'Talk first, so that there is a chance to change before anything formal.',
    },
    finding: {
      says: 'told',
      clause: 'Appendix B, row 3',
      gist: 'The customer is told when the finding is that their conduct is not acceptable.',
    },
    warning: {
      says: {
        rule: 'normally',
        listedAsMeasure: true,
        mustState: [
          { code: 'not-acceptable', clause: 'Sanctions, paragraph 2', gist: 'That this cannot be accepted.' },
          { code: 'against-continuing', clause: 'Sanctions, paragraph 2', gist: 'That it must not go on.' },
          { code: 'behaviour', clause: 'Sanctions, measure 1', gist: 'Which behaviour is meant.' },
        ],
      },
      clause: 'Sanctions, paragraph 2',
      gist: 'A warning letter is the usual next step.',
    },
    restriction: { says: 'if-conduct-continues', clause: 'Sanctions, paragraph 3' },
    skipAhead: {
      says: {
        when: ['violence', 'threat-of-violence', 'harassment'],
        leadsTo: ['police', 'legal-action', 'end-of-contact'],
      },
      clause: 'Aggressive and abusive conduct',
      gist: 'In the worst cases the police or a court may come first.',
    },
    endLiveContact: 'silent',
  },
  authorise: {
    restriction: {
      says: { title: 'Director or Head of Service for that area', roles: ['head', 'director'] },
      clause: 'Sanctions, paragraph 4',
    },
    start: 'silent',
    swiftAction: 'silent',
  },
  evidence: [
    {
      code: 'documented',
      clause: 'Sanctions, paragraph 5',
      gist: 'Strong written evidence is needed before the policy is used at all.',
    },
    {
      code: 'facts-and-frequency',
      clause: 'Appendix B, row 1',
      gist: 'What the facts are, what happened, and how many times.',
    },
    {
      code: 'contractor-evidence',
      clause: 'Sanctions, paragraph 15',
      gist: 'Contractors help to gather evidence about conduct towards their people.',
    },
  ],
  assessments: [
    {
      code: 'circumstances',
      before: 'restriction',
      force: 'always',
      clause: 'Scope, paragraph 4',
      gist: 'Look at the person’s own circumstances before deciding what to do.',
    },
    {
      code: 'discussion',
      before: 'restriction',
      force: 'should',
      clause: 'Sanctions, paragraph 1',
      gist: 'Ask whether talking it over would settle it.',
    },
    {
      code: 'customer-account',
      before: 'restriction',
      force: 'always',
      clause: 'Appendix B, row 1',
      gist: 'Hear the customer’s own account. The document only says that they may be contacted: Clearway always invites it.',
    },
    {
      code: 'contributing-issues',
      before: 'restriction',
      force: 'always',
      clause: 'Appendix B, row 2',
      gist: 'Ask whether anything lies behind the behaviour.',
    },
    {
      code: 'tailored',
      before: 'restriction',
      force: 'always',
      clause: 'Sanctions, paragraph 10',
      gist: 'Fit the measures to the person.',
    },
    {
      code: 'proportionate',
      before: 'restriction',
      force: 'always',
      clause: 'Sanctions, paragraph 9',
      gist: 'Measures match how serious the conduct is.',
    },
  ],
  notice: {
    inWriting: { says: 'always', clause: 'Sanctions, paragraph 8' },
    parts: [
      { code: 'why', clause: 'Sanctions, paragraph 8', gist: 'Why this was decided.' },
      { code: 'action', clause: 'Sanctions, paragraph 8', gist: 'What is being done.' },
      { code: 'duration', clause: 'Sanctions, paragraph 8', gist: 'How long it lasts.' },
      {
        code: 'if-it-continues',
        clause: 'Sanctions, paragraph 8',
        gist: 'What else may follow if it goes on.',
      },
      { code: 'appeal-right', clause: 'Sanctions, paragraph 8', gist: 'That there is a right to appeal.' },
      { code: 'appeal-hearer', clause: 'Sanctions, paragraph 8', gist: 'Who hears the appeal.' },
      { code: 'how', clause: 'Appendix B, row 4', gist: 'How the customer can get in touch.' },
      { code: 'how-often', clause: 'Appendix B, row 4', gist: 'How often.' },
      { code: 'when', clause: 'Appendix B, row 4', gist: 'When.' },
      {
        code: 'colleague-name-and-contact',
        clause: 'Appendix B, row 5',
        gist: 'If there is one named colleague: who it is and how to reach them.',
      },
      {
        code: 'marker-review',
        clause: 'Appendix B, row 6',
        gist: 'If there is a marker: when it will be looked at again.',
      },
    ],
  },
  measures: [
    {
      code: 'warning',
      kind: 'enforcement',
      clause: 'Sanctions, measure 1',
      gist: 'A first written warning about a particular behaviour.',
    },
    {
      code: 'closed-subject',
      kind: 'contact',
      clause: 'Sanctions, measure 2',
      gist: 'A matter is finished. More messages about it are read, acknowledged and recorded, and nothing else.',
    },
    {
      code: 'named-colleague',
      kind: 'contact',
      clause: 'Sanctions, measure 3',
      gist: 'All contact goes to one named colleague.',
    },
    {
      code: 'channels',
      kind: 'contact',
      clause: 'Sanctions, measure 4',
      gist: 'Written contact only. Repairs and urgent needs can still be phoned through.',
      opens: ['letter', 'email', 'web', 'sms'],
    },
    {
      code: 'times',
      kind: 'contact',
      clause: 'Sanctions, measure 5',
      gist: 'Contact at certain times or on certain days.',
    },
    {
      code: 'frequency',
      kind: 'contact',
      clause: 'Sanctions, measure 5',
      gist: 'Contact a set number of times a week or a month.',
    },
    {
      code: 'office-access',
      kind: 'access',
      clause: 'Sanctions, measure 6',
      gist: 'No visits to offices unless an appointment was made.',
    },
    {
      code: 'no-further-consideration',
      kind: 'contact',
      clause: 'Sanctions, measure 7',
      gist: 'A matter is not looked at again unless something new is sent.',
    },
    {
      code: 'legal-action',
      kind: 'enforcement',
      clause: 'Sanctions, measure 8',
      gist: 'Solicitors are asked for advice, and a court may be asked to act, also when a restriction is not kept.',
    },
    {
      code: 'end-of-contact',
      kind: 'contact',
      clause: 'Sanctions, measure 9',
      gist: 'After violence, threats, harassment or abuse, contact is likely to be ended. In Clearway one written way stays open.',
    },
    {
      code: 'police',
      kind: 'enforcement',
      clause: 'Sanctions, measure 9',
      gist: 'Violence, threats, harassment and abuse are reported to the police.',
    },
  ],
  measuresOpen: { says: true, clause: 'Sanctions, paragraph 10' },
  power: { says: ['phone', 'letter', 'visit', 'email'], clause: 'Sanctions, paragraph 7' },
  guarantees: {
    oneChannelStaysOpen: {
      says: true,
      clause: 'Sanctions, paragraph 7',
      gist: 'There is always one way left to get in touch.',
    },
    urgentPasses: {
      says: { writtenUnder: ['channels'] },
      clause: 'Sanctions, measure 4',
      gist: 'Calls about repairs and urgent needs are never cut off. Clearway keeps this under every measure.',
    },
    informationStillGiven: 'silent',
  },
  duration: {
    usualMonths: 'silent',
    mustBeStated: { says: true, clause: 'Sanctions, paragraph 8' },
  },
  review: {
    cadence: {
      says: { minMonths: null, maxMonths: 3 },
      clause: 'Sanctions, paragraph 11',
      gist: 'Restrictions on contact are looked at again every three months.',
    },
    fromTimeToTime: 'silent',
    onNoImprovement: {
      says: 'explain-and-continue',
      clause: 'Sanctions, paragraph 12',
      gist: 'If nothing has changed, the customer is told why it goes on until the next review.',
    },
    onImprovement: 'silent',
    outcomeTold: { says: true, clause: 'Sanctions, paragraph 13' },
  },
  appeal: {
    against: [
      { code: 'finding', clause: 'Appendix B, row 3' },
      { code: 'warning', clause: 'Sanctions, measure 1' },
      { code: 'restriction', clause: 'Sanctions, paragraph 8' },
      { code: 'marker', clause: 'Appendix B, row 6' },
    ],
    grounds: { says: 'any', clause: 'Appendix B, row 3', gist: 'It is enough to disagree.' },
    windowDays: 'silent',
    windowFrom: 'silent',
    hearer: {
      says: { title: 'Director of Customer Operations', roles: ['director'] },
      clause: 'Sanctions, paragraph 8',
    },
    independence: 'silent',
    decisionWorkingDays: 'silent',
    decisionInWriting: 'silent',
    final: 'silent',
  },
  vulnerability: [
    {
      code: 'circumstances-first',
      clause: 'Scope, paragraph 4',
      gist: 'Personal circumstances are looked at before a decision.',
    },
    {
      code: 'adapt-services',
      clause: 'Additional needs (addressing vulnerabilities)',
      gist: 'Take the first step, and fit services to the person as far as can be done.',
    },
    {
      code: 'ask-what-lies-behind',
      clause: 'Appendix B, row 2',
      gist: 'Ask about things such as mental health or a learning difficulty.',
    },
    {
      code: 'offer-support-with-agreement',
      clause: 'Appendix B, row 2',
      gist: 'With the person’s agreement, put them in touch with support or mediation.',
    },
  ],
  equality: [
    { code: 'equality-act', clause: 'Scope, paragraph 4', gist: 'The Equality Act 2010 is kept to.' },
    {
      code: 'no-unfair-effect',
      clause: 'Equality, diversity and inclusion',
      gist: 'Nobody may be put at an unfair disadvantage by the policy, on purpose or by effect.',
    },
  ],
  markers: {
    place: { says: 'may', clause: 'Appendix B, row 6', gist: 'A marker may be put on the tenancy record.' },
    reviewMonths: 'silent',
    reviewDateTold: {
      says: true,
      clause: 'Appendix B, row 6',
      gist: 'The customer is told when it will be looked at again.',
    },
    visibleTo: 'silent',
    contractorsSee: 'silent',
    governedBy: 'silent',
  },
  records: [
    {
      code: 'writing-kept',
      clause: 'Sanctions, paragraph 6',
      gist: 'Everything written is kept, with an alert on the account where that is right.',
    },
    {
      code: 'action-and-reason',
      clause: 'Sanctions, paragraph 14',
      gist: 'What was done, and the full reason, go on the account.',
    },
  ],
  external: [
    {
      code: 'police',
      clause: 'Appendix B, row 7',
      gist: 'Incidents thought to be crimes are reported to the police.',
    },
    {
      code: 'court-maybe-without-notice',
      clause: 'Appendix B, row 8',
      gist: 'A court may be asked to act, sometimes before the customer is told. Independent legal advice is suggested.',
    },
    { code: 'solicitors', clause: 'Sanctions, measure 8', gist: 'Solicitors may be asked for advice.' },
    {
      code: 'media-to-communications-team',
      clause: 'Unreasonable demands, paragraph 5',
      gist: 'When a customer says they will go to the media, the Communications Team is told.',
    },
    {
      code: 'ombudsman-on-request',
      clause: 'Evaluation, review and performance monitoring, paragraph 3',
      gist: 'The Housing Ombudsman may be given the details of a restriction, looked at case by case.',
    },
  ],
  tellCustomerOfReport: 'silent',
  sharing: 'silent',
  managementReporting: [
    {
      code: 'count-to-committee',
      clause: 'Evaluation, review and performance monitoring, paragraph 2',
      gist: 'The Customer Experience Committee is told, when it asks, how many customers have restrictions.',
    },
  ],
  formats: [
    {
      code: 'tailored-where-practicable',
      clause: 'Additional needs (addressing vulnerabilities)',
      gist: 'Services are fitted to the person as far as can be done.',
    },
  ],
  controllers: 'silent',
  dataProtection: 'silent',
  conflicts: [
    {
      code: 'end-of-all-contact',
      about:
        'One place promises that a way to get in touch always stays open. Two others speak of ending contact.',
      between: ['Sanctions, paragraph 7', 'Sanctions, measure 9', 'Aggressive and abusive conduct'],
      resolution:
        'The promise wins. Ending contact becomes one written way, the urgent line, and a record for police or court.',
    },
    {
      code: 'urgent-only-under-one-measure',
      about:
        'The promise that repairs and urgent needs can be phoned through is written under one measure only.',
      between: ['Sanctions, measure 4'],
      resolution: 'Clearway keeps the promise under every measure.',
    },
    {
      code: 'hearer-may-have-decided',
      about: 'The Director of Customer Operations hears appeals, but may also be the director who decided.',
      between: ['Sanctions, paragraph 4', 'Sanctions, paragraph 8', 'Document management'],
      resolution:
        'Whoever took any earlier part cannot hear the appeal. The landlord names a second hearer in its settings.',
    },
    {
      code: 'warning-is-a-measure',
      about: 'The warning is a step before a measure, and also the first measure on the list.',
      between: ['Sanctions, paragraph 2', 'Sanctions, measure 1'],
      resolution:
        'A warning can be appealed. It needs no review every three months, because it limits nothing.',
    },
    {
      code: 'two-review-clocks',
      about: 'Restrictions are reviewed every three months; a marker has a review date of its own.',
      between: ['Sanctions, paragraph 11', 'Appendix B, row 6'],
      resolution: 'A restriction and a marker are kept apart, each with its own review date.',
    },
    {
      code: 'account-may-be-asked',
      about: 'The customer’s account will be listened to, but they only may be contacted for it.',
      between: ['Appendix B, row 1'],
      resolution:
        'The customer is always invited to give their account before a restriction. Where someone’s safety is at risk, within two working days after.',
    },
    {
      code: 'lawful-acts-listed',
      about: 'Recording, going to several organisations and talking to the media can be quite lawful.',
      between: ['Unreasonable demands, paragraph 2', 'Unreasonable demands, paragraph 5'],
      against: 'The right to record for oneself, and to go to an ombudsman, a regulator, an MP or a lawyer',
      resolution:
        'Such evidence needs a reason why it is more than the use of a right. Contact with those bodies is never counted.',
    },
    {
      code: 'closed-subject-and-complaints',
      about:
        'Messages on a closed matter are only read, acknowledged and recorded, but a new complaint must be taken.',
      between: ['Sanctions, measure 2', 'Sanctions, measure 7'],
      against: 'Housing Ombudsman Complaint Handling Code',
      resolution: 'A message that reads as a new complaint goes to the complaints desk with its own clock.',
    },
    {
      code: 'per-week',
      about: 'A limit per week or month does not say when a week starts.',
      between: ['Sanctions, measure 5', 'Appendix B, row 4'],
      resolution:
        'A week starts on Monday at midnight, London time. Answers to the landlord’s own questions are not counted.',
    },
    {
      code: 'continue-pending-review',
      about: 'A restriction may go on after a review with no more than an explanation.',
      between: ['Sanctions, paragraph 12'],
      resolution:
        'To keep it, a reviewer records a new reason and new evidence. To make it stricter is a new decision with a new appeal.',
    },
  ],
  explanation: [
    { key: 'investigate', clause: 'Appendix B, row 1' },
    { key: 'ask-why', clause: 'Appendix B, row 2' },
    { key: 'tell-finding', clause: 'Appendix B, row 3' },
    { key: 'tell-how', clause: 'Appendix B, row 4' },
    { key: 'one-colleague', clause: 'Appendix B, row 5' },
    { key: 'marker', clause: 'Appendix B, row 6' },
    { key: 'police', clause: 'Appendix B, row 7' },
    { key: 'legal', clause: 'Appendix B, row 8' },
  ],
  clauses: [
    {
      clause: 'Document management',
      gist: 'Who owns and approved the policy, from when it counts, and when it is reviewed.',
      handling: 'shows',
    },
    { clause: 'Contents', gist: 'A list of the headings.', handling: 'left to people' },
    { clause: 'Overview', gist: 'Heading over the scope.', handling: 'left to people' },
    {
      clause: 'Scope',
      gist: 'Heading: what the policy is for and whom it covers.',
      handling: 'left to people',
    },
    {
      clause: 'Scope, paragraph 1',
      gist: 'Good service and courtesy are expected both ways.',
      handling: 'left to people',
    },
    {
      clause: 'Scope, paragraph 2',
      gist: 'Why there is a policy: to deal with conduct and support colleagues.',
      handling: 'left to people',
    },
    {
      clause: 'Scope, paragraph 3',
      gist: 'Everyone is treated fairly and alike.',
      handling: 'left to people',
    },
    {
      clause: 'Scope, paragraph 4',
      gist: 'Keep to the Equality Act and look at the person’s circumstances before deciding.',
      handling: 'enforces',
    },
    {
      clause: 'Scope, paragraph 5',
      gist: 'The Complaint Handling Code asks for such a policy and guided this one.',
      handling: 'left to people',
    },
    {
      clause: 'Scope, paragraph 6',
      gist: 'The name covers all companies of the group.',
      handling: 'left to people',
    },
    {
      clause: 'Scope, paragraph 7',
      gist: 'It applies to colleagues, contractors and every kind of customer.',
      handling: 'shows',
    },
    { clause: 'Scope, paragraph 8', gist: 'All colleagues carry it out.', handling: 'left to people' },
    {
      clause: 'Scope, paragraph 9',
      gist: 'It is no part of a work contract and can be changed.',
      handling: 'left to people',
    },
    { clause: 'Policy details', gist: 'Heading over the rules.', handling: 'left to people' },
    {
      clause: 'Definition of unacceptable customer conduct and actions',
      gist: 'Heading: what counts as unacceptable.',
      handling: 'left to people',
    },
    {
      clause: 'Definition of unacceptable customer conduct and actions, paragraph 1',
      gist: 'Tell anger about a problem from anger at a person.',
      handling: 'shows',
    },
    {
      clause: 'Definition of unacceptable customer conduct and actions, paragraph 2',
      gist: 'The four kinds of unacceptable conduct.',
      handling: 'records',
    },
    {
      clause: 'Aggressive and abusive conduct',
      gist: 'Examples of aggression and abuse, and what the worst cases can lead to.',
      handling: 'records',
    },
    { clause: 'Unreasonable demands', gist: 'Heading: when demands go too far.', handling: 'left to people' },
    {
      clause: 'Unreasonable demands, paragraph 1',
      gist: 'Demands go too far when other customers lose out.',
      handling: 'records',
    },
    {
      clause: 'Unreasonable demands, paragraph 2',
      gist: 'Examples of demands, persistence and too much contact.',
      handling: 'records',
    },
    {
      clause: 'Unreasonable demands, paragraph 3',
      gist: 'A mix of behaviours can be what counts.',
      handling: 'shows',
    },
    {
      clause: 'Unreasonable demands, paragraph 4',
      gist: 'Be honest early about what can be done.',
      handling: 'left to people',
    },
    {
      clause: 'Unreasonable demands, paragraph 5',
      gist: 'Talk of going to the media is passed to the Communications Team.',
      handling: 'left to people',
    },
    {
      clause: 'Sanctions',
      gist: 'Heading: the steps, who decides, the measures and their review.',
      handling: 'left to people',
    },
    { clause: 'Sanctions, paragraph 1', gist: 'Talk informally first.', handling: 'enforces' },
    { clause: 'Sanctions, paragraph 2', gist: 'A warning letter usually comes next.', handling: 'enforces' },
    {
      clause: 'Sanctions, paragraph 3',
      gist: 'A restriction only if the conduct goes on.',
      handling: 'enforces',
    },
    {
      clause: 'Sanctions, paragraph 4',
      gist: 'A Director or Head of Service decides. Clearway checks the role; people see that it is the right area.',
      handling: 'enforces',
    },
    { clause: 'Sanctions, paragraph 5', gist: 'Strong written evidence is needed.', handling: 'enforces' },
    {
      clause: 'Sanctions, paragraph 6',
      gist: 'Writing is kept; an alert goes on the account where right.',
      handling: 'records',
    },
    {
      clause: 'Sanctions, paragraph 7',
      gist: 'Contact may be limited, and one way always stays open.',
      handling: 'enforces',
    },
    {
      clause: 'Sanctions, paragraph 8',
      gist: 'The notice: why, what, how long, what next, and how to appeal.',
      handling: 'enforces',
    },
    {
      clause: 'Sanctions, paragraph 9',
      gist: 'The measure fits how serious the conduct was.',
      handling: 'enforces',
    },
    {
      clause: 'Sanctions, paragraph 10',
      gist: 'Measures are fitted to the person; the list can be added to.',
      handling: 'enforces',
    },
    { clause: 'Sanctions, measure 1', gist: 'A first written warning.', handling: 'records' },
    { clause: 'Sanctions, measure 2', gist: 'A matter is closed.', handling: 'enforces' },
    { clause: 'Sanctions, measure 3', gist: 'One named colleague.', handling: 'enforces' },
    {
      clause: 'Sanctions, measure 4',
      gist: 'Written contact only, with repairs and urgent needs still by phone.',
      handling: 'enforces',
    },
    {
      clause: 'Sanctions, measure 5',
      gist: 'Certain times or days, or so many contacts.',
      handling: 'enforces',
    },
    { clause: 'Sanctions, measure 6', gist: 'Offices by appointment only.', handling: 'shows' },
    {
      clause: 'Sanctions, measure 7',
      gist: 'No new look at a matter without something new.',
      handling: 'enforces',
    },
    { clause: 'Sanctions, measure 8', gist: 'Solicitors and courts.', handling: 'records' },
    {
      clause: 'Sanctions, measure 9',
      gist: 'After violence or threats: contact is likely to be cut to the least, and the police are told.',
      handling: 'records',
    },
    { clause: 'Sanctions, paragraph 11', gist: 'A review every three months.', handling: 'enforces' },
    {
      clause: 'Sanctions, paragraph 12',
      gist: 'If it goes on, the customer is told why.',
      handling: 'enforces',
    },
    {
      clause: 'Sanctions, paragraph 13',
      gist: 'Decisions and reviews go out in writing.',
      handling: 'enforces',
    },
    {
      clause: 'Sanctions, paragraph 14',
      gist: 'What was done and why is on the account.',
      handling: 'records',
    },
    { clause: 'Sanctions, paragraph 15', gist: 'Contractors help with evidence.', handling: 'records' },
    {
      clause: 'Equality, diversity and inclusion',
      gist: 'No one is put at an unfair disadvantage.',
      handling: 'left to people',
    },
    {
      clause: 'Additional needs (addressing vulnerabilities)',
      gist: 'Fit services to people who may be vulnerable.',
      handling: 'enforces',
    },
    {
      clause: 'Compliance and administration',
      gist: 'Heading over law, review and reporting.',
      handling: 'left to people',
    },
    {
      clause: 'Legal and regulatory compliance',
      gist: 'The law and the Complaint Handling Code are kept to.',
      handling: 'left to people',
    },
    {
      clause: 'Evaluation, review and performance monitoring',
      gist: 'Heading: how the policy itself is looked after.',
      handling: 'left to people',
    },
    {
      clause: 'Evaluation, review and performance monitoring, paragraph 1',
      gist: 'The policy is looked at again after three years at the latest.',
      handling: 'shows',
    },
    {
      clause: 'Evaluation, review and performance monitoring, paragraph 2',
      gist: 'The committee can ask how many customers have restrictions.',
      handling: 'left to people',
    },
    {
      clause: 'Evaluation, review and performance monitoring, paragraph 3',
      gist: 'The Ombudsman may be given details in a complaint.',
      handling: 'left to people',
    },
    { clause: 'Related policies', gist: 'Other policies to read with this one.', handling: 'left to people' },
    { clause: 'Appendices', gist: 'Heading over the appendices.', handling: 'left to people' },
    { clause: 'Appendix A', gist: 'Internal papers: there are none.', handling: 'left to people' },
    {
      clause: 'Appendix B',
      gist: 'The policy for customers: what we do and what it means.',
      handling: 'shows',
    },
    {
      clause: 'Appendix B, row 1',
      gist: 'Each case is looked into, and the customer’s account is heard.',
      handling: 'enforces',
    },
    {
      clause: 'Appendix B, row 2',
      gist: 'We ask what lies behind it and can put people in touch with support.',
      handling: 'enforces',
    },
    {
      clause: 'Appendix B, row 3',
      gist: 'The customer is told the finding and can appeal it.',
      handling: 'shows',
    },
    {
      clause: 'Appendix B, row 4',
      gist: 'The customer is told how, how often and when to get in touch.',
      handling: 'enforces',
    },
    { clause: 'Appendix B, row 5', gist: 'The name and details of the one colleague.', handling: 'enforces' },
    {
      clause: 'Appendix B, row 6',
      gist: 'A marker: its review date is told, and it can be appealed.',
      handling: 'enforces',
    },
    { clause: 'Appendix B, row 7', gist: 'Crimes are reported to the police.', handling: 'records' },
    { clause: 'Appendix B, row 8', gist: 'Courts, maybe without warning; get advice.', handling: 'records' },
    { clause: 'Changelog', gist: 'A table of changes, empty so far.', handling: 'left to people' },
  ],
}
