"""Names of real persons, and words for borrowing their faces."""

PUBLIC_FIGURES = """
obama, biden, kardashian, zuckerberg, putin, netanyahu, adam sandler, adam driver, aishwarya rai,
alexandria ocasio cortez, alia bhatt, amber heard, amy adams, ana de armas, angela merkel,
angelina jolie, anitta, anne hathaway, anya taylor joy, ariana grande, aubrey plaza, avril
lavigne, bad bunny, barack obama, bella hadid, bella thorne, benedict cumberbatch, benjamin
netanyahu, beyonce, bill clinton, bill gates, billie eilish, blake lively, boris johnson, brad
pitt, brie larson, britney spears, bruno mars, cameron diaz, camila cabello, cardi b, cate
blanchett, catherine zeta jones, charli damelio, charlize theron, chris evans, chris hemsworth,
christina aguilera, christina hendricks, cristiano ronaldo, daniel craig, daniel radcliffe, david
beckham, deepika padukone, demi lovato, demi moore, denzel washington, doja cat, donald trump,
drew barrymore, dua lipa, dwayne johnson, ed sheeran, elizabeth olsen, elon musk, ellen degeneres,
emilia clarke, emily blunt, emily ratajkowski, emma stone, emma watson, emmanuel macron, eva
longoria, eva mendes, gal gadot, george clooney, gigi hadid, giorgia meloni, greta thunberg,
gwyneth paltrow, hailey bieber, halle berry, harry styles, henry cavill, hillary clinton, hugh
jackman, idris elba, ivanka trump, jacinda ardern, jason momoa, jeff bezos, jenna ortega, jennifer
aniston, jennifer garner, jennifer lawrence, jennifer lopez, jessica alba, jessica biel, jessica
chastain, joe biden, joe rogan, johnny depp, jojo siwa, julia roberts, justin bieber, justin
trudeau, kamala harris, kanye west, kate beckinsale, kate middleton, kate moss, kate upton, kate
winslet, katy perry, keanu reeves, keira knightley, kendall jenner, khloe kardashian, kim jong un,
kim kardashian, kourtney kardashian, kristen bell, kristen stewart, kylie jenner, kylie minogue,
lady gaga, lana del rey, lebron james, leonardo dicaprio, lindsay lohan, lionel messi, lizzo,
lupita nyongo, madison beer, margot robbie, marilyn monroe, mark zuckerberg, megan fox, megan thee
stallion, meghan markle, melania trump, meryl streep, michael jackson, michelle obama, mila kunis,
miley cyrus, millie bobby brown, narendra modi, natalie portman, nicki minaj, nicole kidman,
olivia rodrigo, olivia wilde, oprah winfrey, pamela anderson, paris hilton, penelope cruz,
pokimane, prince harry, prince william, princess diana, priyanka chopra, queen elizabeth, rachel
mcadams, reese witherspoon, rihanna, rishi sunak, robert downey jr, robert pattinson, rosalia
vila, ryan gosling, ryan reynolds, sabrina carpenter, salma hayek, sandra bullock, scarlett
johansson, selena gomez, serena williams, shakira, sofia vergara, sophie turner, stephen hawking,
sydney sweeney, taylor swift, tom cruise, tom hanks, tom holland, tilda swinton, timothee
chalamet, tyra banks, ursula von der leyen, uma thurman, vladimir putin, volodymyr zelensky,
volodymyr zelenskyy, will smith, xi jinping, zac efron, zendaya, zoe saldana, alexandra daddario,
alicia vikander, amanda seyfried, anna kendrick, anushka sharma, ashley graham, ashton kutcher,
audrey hepburn, ben affleck, bernie sanders, candice swanepoel, cara delevingne, carmen electra,
caitlyn jenner, chrissy teigen, christian bale, claire danes, courteney cox, dakota fanning,
dakota johnson, daisy ridley, dolly parton, dove cameron, elle fanning, eva green, evangeline
lilly, florence pugh, freddie mercury, gisele bundchen, gwen stefani, hailee steinfeld, helena
bonham carter, helen mirren, hilary duff, hugh grant, iggy azalea, irina shayk, jake gyllenhaal,
jake paul, james franco, jason statham, javier bardem, jeff goldblum, jenna fischer, jennifer
connelly, jennifer love hewitt, jessica simpson, jimmy fallon, jodie foster, john travolta,
joaquin phoenix, jude law, kaley cuoco, kareena kapoor, kate hudson, kate mara, katherine heigl,
katrina kaif, kelly clarkson, kim basinger, kirsten dunst, kit harington, kylian mbappe, lena
dunham, lewis hamilton, lili reinhart, lily collins, lily james, liv tyler, logan paul, mariah
carey, marion cotillard, mark ruffalo, mark wahlberg, matt damon, matthew mcconaughey, megan
rapinoe, michelle pfeiffer, michelle yeoh, mick jagger, monica bellucci, naomi campbell, naomi
osaka, naomi watts, neymar, noah centineo, novak djokovic, olivia munn, paul mccartney, paul rudd,
pedro pascal, phoebe waller bridge, post malone, queen latifah, rachel weisz, rafael nadal, renee
zellweger, robert de niro, robin williams, roger federer, ronda rousey, rosie huntington whiteley,
rowan atkinson, salman khan, samuel l jackson, saoirse ronan, sarah jessica parker, sarah michelle
gellar, sarah silverman, selma blair, shah rukh khan, shailene woodley, sharon stone, shawn
mendes, sigourney weaver, simone biles, snoop dogg, susan sarandon, sylvester stallone, taylor
momsen, tiger woods, tina fey, tom hardy, tom hiddleston, tom brady, travis kelce, usain bolt,
vanessa hudgens, victoria beckham, viola davis, willem dafoe, winona ryder, whitney houston, woody
harrelson, zooey deschanel, zoe kravitz, catherine deneuve, brigitte bardot, sophia loren,
brigitte macron, olaf scholz, friedrich merz, keir starmer, king charles, prince charles, queen
camilla, pope francis, dalai lama, tayyip erdogan, javier milei, jair bolsonaro, nicolas maduro,
kim yo jong, shinzo abe, imran khan, bin salman, justin timberlake, chappell roan, tate mcrae,
hunter schafer, jacob elordi, barry keoghan, paul mescal, rachel zegler, sadie sink, maya hawke,
kim taehyung, jeon jungkook, lalisa manobal, belle delphine, amouranth, mia khalifa, riley reid,
lana rhoades, andrew tate, mrbeast, pewdiepie, addison rae, bella poarch, dixie damelio, emma
chamberlain, james charles, scarlet johansson, arianna grande, emma whatson, beyonce knowles, kate
winslett, anne hataway
"""

LIKENESS_PHRASES = """
deepfake, deepfakes, deep fake, faceswap, face swap, celebrity lookalike, celebrity look alike,
celebrity face, lookalike of, look alike of, real celebrity, fake nude of, deepfaked,
deepfaking, face swapped, faceswapped, face swapping, swap her face, swap faces, swapped face,
replace her face with, face of a real, my ex s face, ex s face, exs face, coworker s face,
coworkers face, co worker s face, classmate s face, neighbor s face, neighbour s face,
my boss s face, my teacher s face, my sister s face, girl from my class, photo of my ex,
looks exactly like the actress, looks exactly like the singer, celebrity nude, celebrity nudes,
celebrity naked, celebrity deepfake, celebrity clone, celebrity double, lookalikes of,
look alikes of, dead ringer for, impersonating the actress, famous actress nude,
famous singer nude, leaked celebrity, fake nudes, undress app, nudify, nudified,
undress this person, undress this photo, face of my ex, face of my boss, face of my neighbor,
face of my neighbour, face of my teacher, face of my coworker
"""
"""Words for borrowing a face."""
