/**
 * Ideas and the English words that carry them. Spellings people really type are listed beside the right ones;
 * near misspellings need no entry (spelling.ts finds them). Apostrophes are squashed: "won't" is "wont".
 */
export const englishIdeas: Record<string, string> = {
  // Turning words
  neg: 'no not never nothing none nor without aint isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt wont cant cannot couldnt wouldnt nowt zero nobody noone neither',
  no: 'no without zero nowt lost',
  cant: 'cant cannot couldnt unable wont impossible cnt',

  // Things that can go wrong
  gas: 'gas gass gaz gasses',
  fire: 'fire fires fier flames flame blaze ablaze inferno',
  smoke: 'smoke smok smoky smokey fumes',
  power: 'power electric electrics electricity electrical lecky leccy elec electrisity electricty electrik',
  fitting:
    'socket sockets plug plugs switch switches fusebox fuse fuses fuseboard breaker immersion consumer lamp bulb meter',
  wire: 'wire wires wiring cable cables',
  light: 'light lights lighting',
  water: 'water wtr watter rainwater waterfall',
  rain: 'rain rains raining rainwater rained',
  pipe: 'pipe pipes pipework piping tank cylinder valve hosepipe pipeline stopcock cistern',
  tap: 'tap taps shower showers mixer',
  basin: 'sink sinks basin bath bathtub washbasin',
  heat: 'heating heatin heater heaters boiler boilers boyler boilor bolier radiator radiators raditor rads rad combi thermostat hotwater heatpump heatng',
  toilet: 'toilet toilets toilett loo bog lavatory wc lav khazi toliet',
  drain: 'drain drains drainage gully manhole sewer sewers soilstack soilpipe septic',
  filth: 'sewage sewerage poo faeces feces excrement turd turds crap shit poop',
  entry:
    'door doors dor front-door window windows windo lock locks latch yale deadbolt hinge hinges letterbox patio',
  glass: 'glass pane panes glazing',
  key: 'key keys fob fobs keyring',
  ceiling: 'ceiling ceilings celing cieling sealing celling ceeling plasterboard',
  structure:
    'roof wall walls chimney masonry plaster brick bricks bricking slate slates tiles tile lintel beam joist joists render canopy gable soffit',
  floor: 'floor floors flor floorboard floorboards',
  steps:
    'stairs stair step steps staircase stairwell stairway banister bannister handrail banisters balcony railing railings balustrade landing rail rails',
  ground: 'paving slab slabs path pavement flagstone pothole walkway footpath ramp',
  damp: 'damp mould mold mouldy moldy mildew fungus spores condensation mouldly',
  pest: 'rat rats mouse mice cockroach cockroaches roaches bedbug bedbugs wasps hornets vermin infestation infested fleas maggots ants rodent rodents silverfish squirrels droppings',
  alarm: 'alarm alarms detector detectors sounder smokealarm',
  lift: 'lift lifts elevator',
  callaid:
    'careline telecare pullcord pendant lifeline warden-call intercom buzzer entryphone doorentry callbell pull-cord',
  aid: 'stairlift stairlifts hoist hoists wetroom wet-room commode profiling grabrail adaptation adaptations handrail',
  medical: 'oxygen ventilator nebuliser nebulizer dialysis insulin cpap concentrator feeding-pump suction',
  fixture:
    'cupboard cupboards drawer drawers worktop gutter gutters guttering downpipe fan extractor vent gate cooker oven hob tap shower bath sink basin seat cord shed skirting sill windowsill doorframe frame flooring lino overflow plughole kitchen-unit letterbox panel handle handles hinge shelf bannister boiler-cupboard drainpipe skylight loft hatch airbrick tray seal sealant grout',
  room: 'kitchen kichen bathroom bedroom lounge hallway hall loft attic cellar livingroom livin toilet bedrooms upstairs downstairs room rooms cupboard cupboards landing porch',
  carpet: 'carpet carpets lino laminate bed sofa mattress ',

  // States they can be in
  broken:
    'broken broke brokn brock bust busted bost knackered kaput packed conked buggered failed failing fails dead ded died faulty damaged cracked cracking smashed smash shattered split snapped snaps collapsed loose rotten rotting rotted stuck jammed kaputt borked fallen wobbly wobbling wobbles unsafe dangerous detached banjaxed fucked fooked gone shot stopped ruined wrecked duff bent warped dodgy playing hanging trips tripping tripped cutting unhinged splintered defective disconnected leaking',
  shutbad: 'swings swinging ajar unlocked insecure flapping',
  stopped:
    'off out down gone dead died stopped failed tripped tripping trips cut lost kaput knackered broken broke ded packed conked bust busted buggered flickering',
  blocked:
    'blocked bloked blockd clogged bunged overflowing overflowin overflowed overflows backing backed unusable choked',
  leak: 'leak leaks leaking leakin leaked leek leaky leke lekaing leakage leakages leeking dripping drips drippin drip dripped seeping trickling seeps trickles trickle puddle puddles spurting spraying weeping',
  pour: 'pouring poring pours poured gushing gushes flooding flooded flooding flud fluding flood floods cascading streaming torrent deluge waterfall torrents spewing',
  wet: 'wet soaked soaking sodden drenched saturated waterlogged swimming sopping soggy moist dripping',
  moving:
    'coming cumin cuming comin comes came come running runnin runs ran rising rises pouring dripping spilling seeping bubbling pooling',
  through: 'through thru threw thro down under up into in from out over',
  fall: 'fallen falling fell falls collapse collapsed collapsing collaspe collasped caved caving crashing crashed sagging sagged sags saggy bulging bulge bulges bowing bowed drooping dropping dropped crumbling crumbled buckled buckling leaning',
  cold: 'cold freezing frezing freezin froze frozen chilly baltic nippy icy shivering perishing brassic arctic',
  noisebad:
    'buzzing buzzes buzz fizzes fizzing fizz crackling crackles hissing popping humming banging tingle tingles tingling',
  smell:
    'smell smells smelling smelt smel smelly stink stinks stinking stinky reek reeks reeking whiff niff stench pong odour',
  burn: 'burning burnin burnt burned burn burns scorching singed singeing',
  sound:
    'beeping bleeping chirping beeps bleeps chirps bleeping sounding ringing wailing screaming squealing',

  // People and their health
  person:
    'baby babies babys newborn toddler infant kid kids child children son daughter mum mam mother dad father nan nana gran granny grandad grandma grandmother grandfather wife husband partner brother sister disabled elderly pensioner pregnant carer nephew niece boy girl lad aunt uncle neighbour neighbours neighbor lady man woman gentleman tenant',
  health:
    'asthma asma asthmatic copd chest breathing breathe breath inhaler inhalers bronchiolitis bronchitis pneumonia wheezing wheezy wheeze cough coughing lungs eczema infection infections hospital doctor doctors gp consultant respiratory oxygen unwell poorly ill ambulance newborn baby rash allergic allergies steroids',
  illness:
    'cancer stroke chemo chemotherapy epilepsy epileptic dementia alzheimers parkinsons seizure seizures surgery operation hospital pregnant disabled wheelchair terminal hospice miscarriage diabetic dialysis oxygen psychosis breakdown paralysed bedbound housebound',
  weapon: 'knife knives machete gun axe hammer bat bats crowbar weapon weapons acid sword blade',
  attacker:
    'he she they him her someone somebody man men woman lads boyfriend girlfriend husband wife ex partner neighbour gang boy boys youths youth son father caretaker dad brother guy bloke next-door',
  hit: 'hit hits hitting beat beats beating punched punching slapped slapping attacked attacking attacks kicked kicking strangled strangling strangle choked choking choke hurt hurts hurting assaulted assaulting stabbed stabbing grabbed grabbing bruised bruises raped rape touched groped shoved pushed bitten abused abuses abusing abusive threatened threatening threatens',
  // Bodies, beds and fears: where one of these is told outside any ordinary matter, nobody can be sure
  life: 'baby babies newborn toddler infant kid kids child children son daughter mum mam mother dad father brother sister aunt uncle girls boys nan nana gran granny grandad grandma grandmother grandfather wife husband elderly pensioner pregnant carer carers twins disabled wheelchair boy girl chest lungs heart head throat skin blood lips eyes arms legs leg arm foot breath breathe sick vomit faint dizzy pain fever asthma ill poorly unwell hospital ambulance tablets pills medication medicine crying cry cries screaming screams scream scared afraid frightened terrified danger dangerous unsafe dead die dying alone hungry cold freezing dark wet pillow cot bed duvet asleep sleep sleeping injured injury bruise bruises cuts hurt police bang smoke hot drowning swimming begging throat kill killed escape lump bulging bleeding numb tumour treatment operation therapy cope coping struggling struggle lonely depressed anxious desperate moaning groaning bedroom locked rope bath breastfeeding bottle formula',
  staff:
    'staff officer caretaker plumber engineer workman worker contractor contractors electrician repairman repairs operative manager warden surveyor builder builders handyman',
  trouble:
    'wet black soft spongy hole holes gap gaps pieces bits hanging wobbly wobbling wobbles wobble crack cracks cracked moving moved dripping brown green slimy peeling bubbling bubbled lifting lifted sinking sunk rusty rusted rotten mushy cold dead gone broke broken stuck smell smells stinks stink noise banging creaking creaks rattling draught draughty draft sticks sticking jammed split splitting loose dangerous unsafe hazard hazardous leaning bent fell falling patch stain stained stains damp wrong weird worse bad crumbling crumbles soggy pool pooling flickers flicker blew blown snapped off shut flooded torn ripped exposed stopped faulty furry fuzzy flies crawling scratching hot sparks give gives giving gave given sagging spilling blank warped missing drops dropped dropping water droplets',
}
