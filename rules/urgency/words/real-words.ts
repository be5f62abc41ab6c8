/**
 * Real words one or two slips away from a listed one: they are never taken for it ("tower" is not "power").
 * Drawn from a public list of English words (MIT), kept when in common use.
 */
export const realWords = `able abort abreast abutting accents acceptance accident according accounted acknowledge acknowledgements
acknowledges acknowledgment acknowledgments actions acton adaption adding advices advise advised advises
advisory afters agent ages aggressively agreements agrees aiding airy alike aline allocate allocates
allowing alls alright alter altering amain amended amending ames amounts amused amusing analysed analysis
ancient ands anger angers anna appeared appearing appears appease append appended appending apple
applications applicative applicator applied applier applying appreciable appropriate appropriately areas
arena arett arguments arise arises arising armed arming arranged arrangements arranges artistic assigns
aster asteroids attach attacher attaches attaching attacker attackers attentive attorneys attractor augment
automatic awaiting baaed backer backout bade bailed bailing bails baked baking balanced balancer balling
banded banding bands banked banned banning barfing barks barns barrier barring barry base baseline baser
bases bashing basic basil basing basis basket batch batches batching bates bathed bathing batter battle
beach beaming beans bearing bearings bears beast beasts beater beep behaved bein bellow bells belon belts
bender benefits benny berthing betas bevel beverage biased biking billy bind binders binding bing bisection
bites bitter blame bland blanked blanket blanking blanks blazing blees blend blending blessing blin blinding
blink blinking blitter bloating bloc blocker blockers blocky blond bloods bloom blow blower blowing blows
boar boarder boards bobby bock bolder bolted bonding bones booking bools boosted boosting border boring
bothering bottoms bounce bouncing bound bounding bounds bounty bower bowers bowes bowler bowling boxed boxer
boxing braces brack brackets brain brains brake branch branched branded branding brawer bread breadth
breakages bred brent bride bridged bridging brig bright bringing brings broiled broker brook brothers brules
brush bubble bubbles buffered bugged builded buildings builds bumped bumping bunch bundlers bundling bungee
bunny burgers buried bursa bursts buses buster butter cabling caching callbacks callee caller cancel candle
cannon capping cared cares caret carets caring carmine caron carr carriage carried carries carter carton
carver cased casing casting casts casually catch catches cater cation cave ceased ceasing cellars cells
center cents cering certificates certification certified chack chai chain chaine chaining chairs chalking
challenged challenges chandler changer changes char charged charger charging charmed charming charr
chartered chasing chats cheat cheating checked checking chess chick childs chile chill chips choir chokes
chomping choosing chopping chore chose christian chuck chunked chunking cinder cities citizen claiming
clamping clapping clash clashed clashing class claves cleans cleanups clearer clearing clears cleave
clicking clinking clint clipboard clipped clipper clipping clock clocked clocking clocks clone cloned
cloning closer closes closing clove clustered clutter cluttering coder codes coding coerce coercible
coercing coercion coffees coiled coin coincident coles colin collapses collar collate collated collating
collected color colored coloring colours comb combo combs comet comic commands commence comment commented
commenter commenters commits committed committees committer committers commodo comms communism compact
comparer compensated compensates compensating compete competent compiler complained complains completer
compliant complying composer comps compute computed computers computes concealed conceived concerns
concision conder conditional conditioned conditions conducted conducts conduit confined confirms conform
confuse confuses conjunction connected conquer conscious consented consents considered considers consisted
consoler constant construct constructor constructors consult consultancy consultants consulting consults
consume consumed consumers consumes contacts contains content contents context contra contracted contraction
contractions contracts contradict contrary contrast contrasts controlled controllers conversation converted
cooked cooking cooling cooper cooperation cooperative coordinate coordinated coordinates coordination copes
coping cording corer cores cornea corners correction correctly corrects correlated corrupted corrupting
corruptions cosmin costa cots couch councils count counteract counting counts coupling cove coven covers
covert cowed cowing cozens crackers crackled craft crafting crank crasher crashes crates cream created
creating creation credits creeping crim croaks cropped cropping crops crossing cuckoo cuddle culled culling
cunning currency current currents curry curt curtain cutter cycles cycling cyclo cylinders daft dagger
damage dancer dancing dangerously dangers dared darling dashed dater dates dating dawn daylight deadlines
deadlocked dealings deals debs decimated decisions declared decline decoding decorate decorates decorator
decrease decreased decreases decrement dedication dedications defeated defensive deference defining degree
delay delegator delete deletes deluxe depleted deploying depreciated depth deregister deregistering derive
derives deriving destroy destroyer destroyers destroys destruction detach detaches detail detailed detect
detected detection detections detective detects devel deviation deviations devices diagnose diagnoses
diagnosing diagnostic diagnostics ding dips directed directing directional directions directive directly
directors directory directs disable disabler disables disagreed disagrees discarded disclosed disconnect
disconnects discuss discusses discussing discussions disjoint disjunction dismissed disparate displace
disrupting dissection dissector disused ditch dive diving division docent docked docks documented documenter
dodge dominate dotted doubling dove dower downside downtime dozen drafts dragging drags drained dram draped
draper draw drawing draws dreams drift drink driven driver drivers drone duality dumber dumped dumping
dunder duplication durability dusty dwelling easing eater eats ebook edge edges editing edition editions
edits education effective efforts eights elastic elected election electron electronic electronics electrons
element elements elevate elevated elevation eliminate elision emery emission emits emitting employed
emulator enable enclose encloses encoded ender endings engine engined engineered engineers engines
environment environments equally equity erasing erick erns errors escalade escaped escapee escaper escapes
ether evaluate evaluated evaluates evaluation evaluations evens events evolved excepts excerpt exchanged
exchanger exchangers exchanges exchanging excitement exciting excluded exclusion execute executing execution
existent exists exiting expanded expansion expedited expire exploit exploits exploration explore explored
explorer exploring exported exporting expose exposes exposing expression extract extracted extraction
extractors extracts fables faces factual fail failures fairly faked fakes faking fallback fallbacks farming
farms farther faults favoring fearing feather feats feeds feelings fellows fenced ferry fetched fetching
fewer fiction fight figuring filed filer filet filing filled filling fills fils finder findings fined finer
fingering fingers firebrick firer firework fish fishing fitting fixer fixes flack flagging flags flake
flakes flam flaming flash flashing flaws flesh flight flights flipped flipping flips floating floats flock
flocks florin flour flowed flowing focal foiled folding folds foods fooled fooling footing forcer forces
forcible forcing fore forge forged forked forking forks formals format formation formed formerly formulae
formulas forte fortunately forums forwards foud founder founds fraction framed framer frames freak freedoms
freeing frees friction fried fries fright fringe fringes frost frown fully fund funded funding funky fury
fused fuzz fuzzes fuzzing gain gained gaining gains gale gamble games garbage gasser gated gates gather
gathering gating gender getter getters ghazi girth givens glace glade glaring gleaned glitches globby gloss
glover gobble gobbles gobby gong goose gorse gotten grabber grabs graceful grads graft grafting grain
grained grams grandfathered granting graphing grasp grassy greek greens greet greeting gren grips gross
grounds grouped grouping groupings groves growing grown grund guarding guiding gunter hacked hacking hailed
haining hair hairy halls hammers hamming handball handed handlers handy hanger hangers hangs hank hant
happenings happens harden hardened hardening harder hards hare harry hart hashed hashing hast hatching hath
hating haven headed header headers heading headings headline heads healer healing heals healthy hearts heath
heather heave heaving heck height heir hence herd herein herring hicks hight hills hindering hinds hing
hinting hired hires hiring hists hitter hoard hogging hoisting holder holdings holey holidays homes honor
honoured honours hooked hooker hooking hopeless hopes hopped horner horribly hors horses horst host hosting
hosts hounds housed hover hovering howes hundreds hunting hurry hushed idiom idioms imbalance immunity
impacted imperative implication implied implying imported impression improperly inability inception
incidence incidental increased increases increment indebted indent indentation indented indention indication
indirection induction inequality inference inferred inflated inflation inflected informally informatics
informational informations informative ingestion ingle inherent injected injection injections inks
inoperative insecurely inserted insertion insertions insisted inspecting inspector institute insure intel
intent intention intentions interact intercept interim interior intern internal interned interpret
interpreted interpreters interprets intersect intranet invented invention inversion inverted issued issuer
issuers itch iteration iterative jails james jinks jitter joined joiners joint journals jumbled junction
keeling keeping kelly kerning keying khaki kicker killer kissing knight knocked kraft labor labs lack lacked
lacking lacks lagged lagging lame landers lands lanes langer languages lank laptops lars lass laster
latching latter launching layer layering layers laying layout leaders leading leads leaflets leafs leal
leaned leaner leaping lear learns lease leased leases leasing leaver leaving lefts letting levels leverage
levin liability licht licked lifelines lifetime ligating ligation lighten lightning likes liking limitation
limiting lind lined linen liner liners linger lingering linkages linkers linking links linted linter linting
lints listed lister listers listing listings lists liter littered loading loca locale locals located locater
locates locker locking locus lode logan logged logger logic logins logon lone lonely longs looping loosed
loosen loosing loring lower lowers lucky lunch lying machined machinery macks madding mailed mailing mails
mains maks mall managed manages manger mangling mapping mara marc marcel mares marge marka marked marking
mars mashed masked masking masks massage mastering match matches matching mater mates mattering matters
mattes meaning meanings medial median mediation mediator medina members memorize menus merge meshing messed
messes messing metal meteor meters mikes miles mills mimer mimes minded miner mines mingle minos mirror
miscount miscounts mises misses mister misused misusing mitch miter mitigation mitigations mixed mixes
mixing mocked mocking mocks moder moderation moderator modes moments monitors monkey monotype monte monty
mopped morrow morse moses moulder mounting mouth movement mover movies mowed munch munged muse mutter muzzy
named nameless namer namers natter naughty nearing neaten neater needing needler needless neighbors nested
nettle nettles neves newer nicks nils nits nominate normally norms nose nosy nother noticed notices noting
novice nuked nulling numbers objects offers oiled oint older olds olive omitting ooms opener openings
operate operated operates operating operational operations operators opposed oranges orders ouch ould ours
outcomes outlying outsider outsize overcome overdue overhead overrode overrun overuse overused owed owing
pace pacing packer packet packing packs padding padlock pager pagers pages paginate paging pained painter
paints paired pairing pairs paned panels panics panning pants pape paras parent parenting parents paris
parity parker parkins pars parsed parsing parted parti partial partials partly partners parts passages
passes passout passwords paste pasteboard pasted pasting patched patching patents patrol patter patting
paused pavements peace peak peaks peart peeking peeps pelted pending perceived permissions permissive perms
persisting personally persons pertains peter petter phones phony picked pickers picking pickles pickling
picks piece pies pinger pinging pinning pins pint piped pipelined pipelines piper pipping pitches pivot
placed placement places placing plane planes planets plant planting plants plate plats plays plot plotting
plumbers plumbing pocket pockets pointe pointed pointing points poke polishing polite polling polls pont
poof ported porting posers possessive postponed posts potting pound pour pouting powder powders powerful
powering precaution precious precision predication prediction preen preference preferences prefers prefixing
premise prepared preparing pressed pression presume prettified preview previews prime primes prince printed
printing printings prints prizes probers probes procedural procedures proceeding production prof profiled
profiles program programmed programmer programmers programs progresses projection projections promising
promisor promoted promotes promotion prompted prone proofing proofs proposed proposes props protecting
protections protective protector proto prove provided provides providing proxied proxies pulling pulls
punishing punning punting purchased purging purposed pusher pushes pushing putter putters putting
qualification qualify quality quarters quits quitting raced races racily racing radial radically ragged
raids railed rainy raises rands range ranged ranger ranging ranking rapid rate rater rating ratio rawer
reach reached reaches reaching reaction readd readding reader readies readiness reals reaped reaping
reapplying reaps reared rearranged rearrangement rearranges reasonably reasons reassure reboot rebooted
rebound rebuilding receival receiver receivers receives recipes recoding reconsidered recorded recurring
recursed recursing redaction reding redirection reds redundancy redundantly reengineer rees referenced
referencer references referent referents refined reflected reflecting reflective reformation reformed refuse
refuses refute regained regaining registered registers registrar registry regress regression regular
regulated regulation regulators regulatory reified reiter rekeying relace related relax relaxed relayed
relaying relays released relies relieved reloading rely relying remained remaining remaking remark reminded
remnant remover removes rendering renders rendition renker repacked repacking repainted repainting repeated
replace replacer replaces replacing replay replayed replaying replication reportedly reporter reporters
reporting reports repost representation representatives requester requestor requests required requiring
requoted reregister rerouted rescaling rescheduled reschedules resending reserved reshaping resistor resolve
resolvent resolver resolvers resolves resort resorting respaced responded responder responds responser
responses responsive restarted restore restorer restores restricting restrictions restrictive rests restyled
resulted retained retaining retention retired retiring retraining retried retrying rets retune returns
reusable reused reverted reviews revision revived revolved reward rewiring reword reworded rewording
rewordings reworked reworking reworks rice rick ridge ripper riser risking risks risus ritter rivers roaming
rock rocked rocket rocks roles rollback roman roms rong rooks roos rooted rooting roots rotated rotating
rotation rotor rounded rounding roundings rounds rout routed routing rover rowed rower rowing ruled ruler
rulers rumble runed runes rushing rust sable sadly safely sage sailed saint salting sanders saps sarge sash
satisfies saturate savage saved saves saving sawyer scaled scaling scall scanning scare scattered scattering
schedule schema schemer schemes schilling scoping score scoreline scores scoring scots scrambled scrambling
scraping scream screens seals seamed searched searching season seater seats section secure seeded seeding
seeds seeing seeks sees seize selected selecting selective selector selectors sell sells sender sensing seps
sept serge serial serially series serve serves serviced serving setter setters settings settle settles
settling sevens severing shade shaded shading shake shaked shallower shame shands shanks shape shaped
shaping shard sharded sharding sharer shares shark sharp shash shave shaved shaves sheaf sheep sheeter shell
shelling shells shielder shifting shimmering shipped shipping shire shirt shlock shopped shorted shorts
shots shout shove shovel shoveling showed shred shrinker shrinkers shrinking shrugging sibling sigh sighs
signals signed signers silence sine sines sing singe singer singles singly sits sitter sixths sixty sized
skill skills skin skins skipped skipper slack slanting slashed slated slave sleeps sleepy slicer slicing
sliding slight slim slink slots slotting slower slowing slumber slurping smart smarts smashes smearing
smiling smoker smoothing smuggle smuggling snap snapper sneak sneaking snell sniff snips snooping snore
snuck sobas sock socks soiled soils sole solicit solicits solved sorter sorting sounds sourcing south sowed
spaced spacer spacing spade spades spain spake spamming spanning spans spare spared sparing spark sparkling
sparring spawning speaking speaks spear speeding spek spellings spells spelt spending sperling spice spies
spiff spike spill spills spin spindler spinning spits splash splat splay splayed splicing splint splits
splitter spoked sponge spoofing sport sports spotting spreading spring springle springs sprinkle sprinkles
sprint squaring squashing squatting squeezing squirrel stabs stack stacked stacker stacking stacks stade
stag staged stages staging staircases stale stall stalled stalling stamping standish stap stapling star
stark starlight starling starr starred starring stars starter starting starved stash stashed stashing stat
stated states statics stating stats staying stealing steam steering stein stemming stems stephane stepped
stepping stere sterling steven stickers sticky sting stir stitch stitched stitches stock stocks stomp
stomped stomping stomps stopper stopping stops storages stored stores storey storing storm story stowers
straddling straighten straighter strain strained strand strands strangely strap stray streak streamline
streams streps stressing stretching stricter striding strike string stringed stringing strings stripped
stripping strips strobe strode stroker strokes stroking strongly struck structure structured structures
stubbed stuffs stumbled stumbling stump sturdy stuttering style styling subjects submits succeeds successive
successor suck suite suites summa summar summing summit sundry sunny supplied suppliers supplies supported
supports surfing surrendered surrenders surrey survives survivor swallow swallows swapped swapping swaps
swatch sweat sweep sweeping sweet swelling swigging swing switched switcher switching synching systems
tabbed tabbing tabled tables tacked tagged tagging tailing tails taint tainted tainting talked tally
tampering taper tapped targe tasking taste taught taxes teams tearing tears teeing teles tells tenants
tended tented tents term terminals terminated terminates termination terminations terminator termini termite
ternal ternate terror thang thaws theirs theme themes therm thin thingy thinking thinks thorough thrashing
thread threaded threader threads throw throws thrust thunk thunks thus tice ticked tickle tickled ticks
tiddler tied tiered ties tiff tight tightened tildes tiled tiling till tilly timed timeless timeline timer
timers ting tipping tips tire tiring titles titling toady todays toddy toffee toggling toilers token toker
tone toner tooling topped topping tore touches touching touchy tough towed towel towers tracing track
tracked tracking tracks traction trailing train trained training trampling trampolines transaction transfers
transform transition translates translating translations translators tranter trapping traps trashed trashing
tread treating treats treaty tres triaging triangle trick tricked trickier tricks tries triggers trimming
trims triples triplets trough trout trove trunk trusted trusts trusty tuck tucked tunable tuning turks
turned turns tweaking twine tying umber unacceptable unacknowledged unallowed unanswered unattached unblock
unblocking unblocks unchanged unclosed unde undecorated understands understood unfortunate unfused unhooked
unis unite unity universally universe unlinked unloaded unlock unlocking unlocks unofficial unpacked
unpaired unpinned unreasonable unreported unresolved unsatisfied unset unsigned unsolved unstable untested
untie untranslated unusably updated updater updates upgraded upgrades uphold upsets upstart upstreaming
usability usable user uses ushers utter value valves varying vault vectored vender vented vents verbose
verdin verified verse versioner vertices vetter viability violet virge virtually visibility visibly visitors
visits visual visuals waite waiter waits waker wakes waking wales walking walks walled walling wander waning
wanting wardens waring warmed warming warned warnings warns warps warrants warranty warren warts warty wast
wasted wastes wasting watchdog watches waters watts waves waxing wearing weaving websites wedge wedges
weight weighting wells wether whale wheeler wheeling wherever whine whoever whomever whopping wicked widows
willing wills wince wind winding winds wings winking winning wipes wiping wired wishes wishing witch withing
wold womans wooding worded wording wordy workings worlds wormer worms worries worrying wounds wrapped
wrapping wreak wright wring wrinkles writ writer writes wrongs yates yeard yelling youse zapping zipped
zipping`
