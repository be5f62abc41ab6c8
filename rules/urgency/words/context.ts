/** Words that tell when, whether and how surely a thing is so. Used by context.ts. */
export const contextIdeas: Record<string, string> = {
  weekday:
    'monday tuesday wednesday thursday friday saturday sunday mon tues tue wed thurs thu fri weekend tomorrow morning afternoon',
  weeks: 'one two three four five six eight weeks week month months days day',
  done: 'fixed repaired mended sorted resolved replaced restored cleared unblocked rectified decorated',
  undoing:
    'not no never nobody noone need needs be to want wants wanted will would should could until unless wait waiting get getting please can when before without half supposedly supposed promised said says say told claimed still yet wont hasnt havent isnt wasnt didnt cant doesnt arent rather badly lie lied',
  present:
    'is are am has have isnt arent hasnt havent wont doesnt dont cant im ive theyve weve theres still now today tonight currently keeps worse since again ongoing atm yet daily moment keep gets getting started everytime happening',
  worse: 'still again worse back started returned but however except yet another unfortunately',
  breaks: 'but however although though except because unfortunately anyway yet',
  joins: 'and then so while plus also',
  past: 'was were had broke burst took did lost ruined came went left gave stopped sorted flooded leaked collapsed happened called reported offered repaired replaced fixed died destroyed damaged',
  filler:
    'a an the any more further sign signs of been longer got have single such actual need for real sort kind problem problems issue issues with to complain about ',
  asks: 'why who when what do does did is are can could may how where which will would was were',
  money:
    'compensation compensate refund reimburse reimbursement goodwill payout damages voucher apology insult penny',
  repeat:
    'again twentieth twice times seventh eighth ninth tenth eleventh twelfth dozens hundredth umpteenth another nth every keep keeps repeatedly already previously previous still always',
}

export const contextPhrases: Record<string, string[]> = {
  done: [
    'back on',
    'working|worked again|now|fine|lovely|perfectly|properly|ok|okay|great|well',
    '<heat>|light|lift|shower|boiler .. great|lovely|fine|perfect',
    'fine|ok|okay|good|dry now|again',
    'all done|good|sorted|working',
    'put|made right|good',
    'no longer',
    'been .. lovely|great|perfect|fine|brilliant',
    'is|are|now|has working',
    'no problems|complaints',
    'went in last',
    'very well done',
  ],
  // Ways of saying "over" that name a time. A bare year counts in context.ts.
  past: [
    'years|months ago',
    'last year|winter|summer|spring|autumn|christmas|month',
    'back then|in',
    'at the time',
    'in the past',
    'used to',
    'those days',
    'last time',
    'old|previous flat|house|place|landlord|tenant',
  ],
  supposed: [
    'what|how|who|where would|will|do|does|should|could .. if|happen|happens',
    'what if',
    'if .. was|were|ever',
    'if my|the|our|a|your|one <heat>|<lift>|<toilet>|<fire>|<pipe>|<entry>|<ceiling>|<structure>|<power>|<alarm> broke|breaks|went|goes|fails|failed|burst|bursts|leaks|leaked|fell|collapsed',
    'if i|we|you had|got a|an|no',
    'imagine|suppose|supposing|hypothetically|theoretically',
    'in the event|case of',
    'just in case',
    'god forbid',
  ],
}
