/**
 * What ordinary messages are about. A message is held only if nothing urgent, protected or to be mended was found AND it
 * is plainly about one of these matters (`topic`) or is plainly a grumble or a courtesy (`manner`): a message about
 * nothing we know goes to a person.
 */
export const ordinaryIdeas: Record<string, string> = {
  topic: `allotment allotments magazine fair fete lorry resurfacing planning playground barrier kerb bumps plants tubs poster trip outing competition quiz deposit association minutes agenda chairman
parking park parked parks car cars van vans caravan garage garages bay bays permit permits motorbike vehicle vehicles driveway drive verge
bin bins recycling rubbish litter bags flytipping trolleys dustbin wheelie binmen
rent rents rented charge charges invoice bill bills refund refunded receipt receipts statement balance price fee fees pay paid pays paying payment payments wages earn earns salary discount compensation voucher goodwill
newsletter leaflet noticeboard meeting meetings minutes consultation consulted committee policy survey surveys website login password
chief executive director lettings qualifications
hedge hedges garden gardens gardening gardener grass mower mowing lawn tree trees bush weeds flower flowers branches leaves fence fences trampoline bench baskets landscaping
party parties noise noisy music playing
transfer swap exchange bidding band apply permission aerial satellite dish paint painting programme upgrade
christmas coffee community cleaner cleaning cleaners cleaned lamp storage cycle bike bikes lobby foyer tenancy shed`,
  manner: `say said tell told asked asking association look looks hire resident residents communal estate council contract scheme account accounts cost costs money event events opening board colour buy job jobs cats cat pet pets holiday application tenant tenants post address 
letter letters email emails reply replies answer answers answered answering response respond phone phoned ring rang rung call calls called calling callback voicemail message messages online form forms 
staff manager managers officer office boss receptionist advisor team name names mr mrs ms contractor contractors caretaker
neighbour neighbours neighbor waiting list computer space hours
useless pathetic disgrace disgraceful disgusting disgusted liar liars lies thieves idiot idiots joke incompetent arrogant rude excuses lazy stupid clowns insult apology treated ashamed fobbed ignored
question questions query queries enquiry enquiries contact contacts contacting news update chase chasing chased
thanks thank grateful helpful appreciate appreciated lovely complain complained complaining complaints complaint enough promised`,
}
