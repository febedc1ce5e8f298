"""More names of real persons: of sport, screens, music, politics and streams."""

FIGURES_MORE = """
aaron rodgers, abhishek sharma cricketer, ada hegerberg, adam lambert, adrien brody, agnetha
fältskog, aimee lou wood, alan rickman, alba flores, alec baldwin, aleksandar vucic, alex honnold,
alexander skarsgard, alexandra popp, alexandra shipp, alexis ren, alexis tsipras, ali wong, alicia
silverstone, alison brie, alisson becker, allison janney, ally mccoist, amal clooney, amanda
gorman, amber rose, amy coney barrett, amy schumer, ana ivanovic, ana navarro, andie macdowell,
andre agassi, andrea bocelli, andrea pirlo, andreas gabalier, andrew cuomo, andrew garfield, andrew
yang, andy cohen, andy samberg, angela davis, angela gossow, angelica ross, angelina mango, anna
faris, anna netrebko, anna paquin, anna wintour, anne marie singer, annie leibovitz, annie lennox,
anthony bourdain, anthony fauci, anthony joshua, anthony mackie, antonio guterres, antony blinken,
anwar ibrahim, aretha louise, ariana debose, arne slot, arnold palmer, asia argento, auston
matthews, ava max, avicii dj, awkwafina, ayo edebiri, bam margera, barry gibb, bebe rexha, becky
hill, bella heathcote, ben whishaw, benson boone, beth mead, betty white, bianca andreescu, bianca
censori, bilawal bhutto, bill murray, bill skarsgard, billy bob thornton, billy idol, bindi irwin,
blac chyna, bob marley, bonnie tyler, brandi carlile, brendan fraser, brett kavanaugh, brigitte
nielsen, britney griner, brooke shields, bryan adams, bryce harper, bukele nayib, calvin harris,
cameron monaghan, camila morrone, camilla luddington, candace cameron, candace parker, carey
mulligan, carice houten, carla bruni, carla gugino, carles puigdemont, carmen miranda, caroline
kennedy, caroline polachek, caroline wozniacki, carolyn murphy model, carrie ann moss, catherine o
hara, central cee, channing tatum, charles barkley, charles bronson, charlie kirk, charlie puth,
charlie sheen, charlotte church, charlotte gainsbourg, charlotte mckinney, charlotte rampling,
chelsea handler, chelsea manning, cheryl tweedy, chloe grace moretz, chloe kelly, chloe sevigny,
chris farley, chris martin singer, chris pine, chris pratt, chris tucker, christiane amanpour,
christina applegate, christina koch, christine lagarde, christine mcvie, christoph lindner,
christopher lee, christopher walken, chuck norris, chuck schumer, clarence thomas, clint capela,
cobie smul, coldplay singer, colin jost, connie britton, courtney barnett, cuba gooding, cyril
ramaphosa, dan aykroyd, dan bilzerian, dana white, daniel bruhl, daniel day lewis, daniel ek,
daniel ricciardo, daniela ryf, daniil medvedev, danica patrick, danny devito, danny trejo, dario
argento, darren criss, dasha nekrasova, dave bautista, dave franco, david bisbal, david guetta,
david haye, david muir, debra messing, deion sanders, demi rose, demi rose mawby, demian bichir,
deniz undav, denise richards, dennis quaid, dennis rodman, dev patel, devon windsor, dianna agron,
dick cheney, didi gregorius, diego maradona, dina asher smith, dirk nowitzki, dita von teese, doja
kat, dominic thiem, dominik szoboszlai, domhnall gleeson, donald glover, donna summer, donna vekic,
dorothea wierer, doug emhoff, duff mckagan, dylan mulvaney, eddie redmayne, eddie van halen, eddie
izzard, edie falco, elena rybakina, eleanor tomlinson, elena dementieva, elin nordegren, elina
svitolina, eliza dushku, elizabeth banks, elizabeth hurley, elizabeth montgomery, elizabeth
perkins, elizabeth gillies, elle macpherson, ellen burstyn, ellen page, ellen pompeo, ellie
simmonds, elliot page, emily bett rickards, emily browning, emily vancamp, emma mackey, emma
roberts, emma raducanu tennis, emma willis, emmanuelle seigner, emmy rossum, enner valencia, ernie
hudson, eugenie bouchard, eva herzigova, eva peron, evan peters, evan rachel wood, ezra miller,
fabio cannavaro, fabio jakobsen, fabrizio romano, faf du plessis, farrah abraham, fernanda lima,
fernanda torres, fidias panayiotou, fiona apple, flo rida, florence welch, francesca hayward,
francesco totti, frank lampard, frank sinatra, frank zappa, fred astaire, freida pinto, freya
allan, gabourey sidibe, gabriel boric, gabriel jesus, gabriela sabatini, garbine muguruza, garry
kasparov, gary lineker, gavi barcelona, gene hackman, george foreman, george soros, george takei,
gerard way, geri horner, giancarlo esposito, gianluigi buffon, gianluigi donnarumma, gillian
jacobs, gina gershon, ginnifer goodwin, giorgio armani, gisele barreto, glenn greenwald, gloria
estefan, gloria gaynor, golshifteh farahani, grace jones, gracie abrams, greg gutfeld, gretchen
whitmer, grigor dimitrov, guillermo del toro, gustavo petro, guy fieri, guy ritchie, gwendoline
taylor, hailee steinfield, hailey baldwin, halsey singer, han kang, hannah waddingham, harry
belafonte, harvey keitel, hayley atwell, hayden christensen, hayden panettiere, heather graham,
heather locklear, hedy epstein, heidi montag, henry kissinger, henry golding, hilary clinton,
hilary swank, hillary swank, hugh bonneville, hugh hefner, hugh laurie, humza yousaf, ian
somerhalder, ice cube actor, iggy pop, ilhan omer, ilona maher, imelda marcos, indya moore, ingrid
betancourt, irene cara, irina dvorovenko, isabel allende, isabela diaz ayuso, isabella rossellini,
isabelle fuhrman, isis valverde, iskra lawrence, issa rae, ivan lendl, ivana trump, izabel goulart,
jaap stam, jack black, jack grealish, jack nicklaus, jackie chan actor, jacob rees mogg, jacqueline
bisset, jacqueline fernandez, jacqueline kennedy, jake tapper, james brown singer, james harden,
james rodriguez, james spader, jamie lee curtis, jan frodeno, jane birkin, jane krakowski, janet
yellen, jannik sinner, jaromir jagr, jason bateman, jason derulo, jason isaacs, jason mraz, javier
chicharito, jean claude van damme, jean seberg, jelena djokovic, jelena jankovic, jelly roll
singer, jen psaki, jena malone, jenna bush, jenna coleman, jenna dewan, jenna elfman, jenna
marbles, jennette mccurdy, jennifer carpenter, jennifer beals, jennifer hudson, jennifer jason
leigh, jennifer morrison, jennifer saunders, jennifer tilly, jenny mccarthy, jeremy allen white,
jeremy renner, jeremy strong, jerry seinfeld, jesse eisenberg, jesse owens, jesse plemons, jessica
buckley, jessica ennis, jessica gunning, jessica henwick, jessica lowndes, jessica pare, jessica
raine, jessica szohr, jessie buckley, jim carrey, jimin park, jimmy butler, jimmy savile, joanna
krupa, joanna lumley, joanna newsom, joao felix, joao cancelo, joe burrow, joe pesci, joel embiid,
joel edgerton, joel kinnaman, john barrowman, john bercow, john boehner, john cleese, john cusack,
john goodman, john legend, john malkovich, john mayer, john mccain, john mcenroe, john mulaney,
john terry, john turturro, johnny knoxville, johnny sins, jon bernthal, jon favreau, jon hamm, jon
ossoff, jon stewart, jonah hauer, jonathan majors, jordan pickford, jordana brewster, jordyn woods,
jose aldo, jose mourinho, jose mujica, joseph goebbels, joseph gordon levitt, josh brolin, josh
duhamel, josh hartnett, josh o connor actor, josie canseco, jude bellinghan, judd apatow, judge
judy, judit polgar, judith light, julia fox, julia garner, julia gillard, julia louis dreyfus,
julia stiles, julian alvarez, julian casablancas, julianna margulies, julianne hough, julianne
moore, julie christie, julie delpy, julie chen, juliette lewis, jurgen klinsmann, justin theroux,
justin verlander, kai havertz, kaja kallas, kaka footballer, karen mulder, karlheinz rummenigge,
karl lagerfeld, karl urban, karolina kurkova, karolina pliskova, karoline leavitt, karrueche tran,
kash patel, kat dennings, kat von d, katarina witt, kate bosworth, kate capshaw, kate garraway,
katee sackhoff, katharine mcphee, katherine langford, katherine waterston, kathryn hahn, kathy
griffin, katie couric, katie hobbs, katie hopkins, katie taylor, katie zelem, katja kipping, kaya
scodelario, kayla itsines, ke huy quan, keeley hazell, keely hodgkinson, kehlani parrish, keke
palmer, kelly brook, kelly preston, kelly reilly, kelly ripa, kelly slater, kendra wilkinson, ken
jeong, kenny rogers, ketanji brown jackson, kevin mccarthy, khloe terae, kiernan shipka, kieran
culkin, kim cattrall, kim clijsters, kim dickens, kim petras, kimberly guilfoyle, king abdullah,
king harald, king willem, kirk cousins, kirsten gillibrand, kirstie alley, konstantin chernenko,
kris kristofferson, kristaps porzingis, kristen cavallari, kristi noem, kristin cavallari, kristin
chenoweth, kristin davis, kristin kreuk, kumail nanjiani, kyrie irving, kyrsten sinema, lacey
chabert, laetitia hallyday, lamar jackson, lamar odom, lana parrilla, lana turner, landon barker,
laura dern, laura dahlmeier, laura haddock, laura harring, laura ingraham, laura linney, laura
loomer, laura prepon, laura san giacomo, lauren cohan, lauren conrad, lauren german, lauren graham,
lauren hemp, lauren hutton, laurence fishburne, lauri markkanen, laverne cox, lea michele, lea
thompson, leah remini, leandro trossard, lee hsien loong, lee pace, lee kuan yew, leigh bardugo,
lele pons influencer, lena gercke, lena olin, leona lewis, leonard cohen, leonard nimoy, leslie
jones, leslie mann, lewis pullman, liam hendriks, lil yachty, lily aldridge, lily gladstone, lily
rabe, lily tomlin, linda cardellini, linda hamilton, linda lovelace, linda ronstadt, lindsay
graham, lindsey graham, lindsey pelas, linus sebastian, lisa edelstein, lisa marie presley, lisa
murkowski, lisa snowdon, liv morgan, liz cheney, liz hurley, liz gillies, lolo jones, lorde singer,
loretta lynn, lori loughlin, lotte kopecky, louis ck, louis c k, louis partridge, louis van gaal,
louise redknapp, luca guadagnino, lucas bravo, lucia berlusconi, lucy boynton, lucy bronze, lucy
letby, luis suarez, luiz inacio lula, luka magic, luna blaise, mac demarco, mac miller, macaulay
culkin, machine gun kelly, mackenzie davis, mackenzie dern, madchen amick, madelyn cline, madison
lecroy, mads mikkelsen, magdalena andersson, magdalena frackowiak, magda linette, maggie
gyllenhaal, magic johnson, mahershala ali, maia mitchell, maika monroe, maitland ward, malin
akerman, malin andersson, mamie van doren, mandy rose, manny pacquiao, manuela schwesig, marcelo
brozovic, margaret qualley, margot kidder, margaux hemingway, maria bakalova, maria bartiromo,
maria callas, maria conchita alonso, maria menounos, maria shriver, marie kondo, marie osmond,
marilyn manson, marion marechal, marisa tomei, marisol nichols, mark hamill, mark rober, mark
ronson, mark spitz, marlon wayans, marques brownlee, marsha blackburn, martin freeman, martin
odegaard, martin sheen, martina hingis, martina navratilova, martina stoessel, mary steenburgen,
mary tyler moore, mathieu van der poel, matt bomer, matt gaetz, matt rife, matthias schoenaerts,
mauricio macri, max scherzer, maya angelou, mckayla maroney, meadow walker, meat loaf singer, meg
ryan, meg white, megan markle, meghan trainor, megan trainor, megan boone, mehmet oz, mel b singer,
mel c singer, melania knauss, melanie griffith, melanie laurent, melanie lynskey, melanie martinez,
melinda french, melissa benoist, melissa etheridge, melissa fumero, melissa gorga, melissa joan
hart, melissa leo, mena suvari, merce cunningham, mia goth, mia wasikowska, michael b jordan,
michael buble, michael caine, michael cera, michael cohen, michael flatley, michael imperioli,
michael j fox, michael owen, michael palin, michael pena, michael shannon, michael sheen, michaela
coel, michaela jae, michelle bachelet, michelle monaghan, michelle rodriguez, michelle
trachtenberg, michelle wu, michelle wie, mick schumacher, mika singer, mike pompeo, mikhail
gorbachev, mikhail baryshnikov, miley ray, millie mackintosh, mimi rogers, minka kelly, minnie
driver, miranda cosgrove, miranda richardson, miriam margolyes, misha collins, missy franklin,
misty copeland, mitt romney, mohammad bin salman, mohammed bin zayed, moira kelly, molly qerim,
molly ringwald, mollie king, morena baccarin, moses sumney, mustafa kemal ataturk, myleene klass,
naftali bennett, nadiya hussain, nana visitor, naomi klein, naomi scott, naomi wolf, nastassja
kinski, natalie dessay, natalie imbruglia, natalie wynn, natasha lyonne, natasha richardson, nate
diaz, nathan fillion, nayib bukele, nelly korda, nelly rapper, nene leakes, nessa barrett, nev
campbell, neve campbell, nicholas hoult, nick cannon, nick fuentes, nick kyrgios, nick nolte, nick
offerman, nicklas backstrom, nicky hilton, nicola peltz, nicola benedetti, nicolas jackson, nicole
aniston, nicole brown simpson, nicole eggert, nicole shanahan, nicole wallace, nicolas pepe, niki
lauda, nikki bella, nikki benz, nikki glaser, nikola jokic, nikol pashinyan, nina dobrev, nina
hagen, nina simone, nipsey hussle, noah baumbach, noah lyles, noam chomsky, nodirbek abdusattorov,
noel fielding, noomi rapace, norah jones, norman reedus, normani hamilton, o shea jackson,
oleksandr usyk, olena zelenskaya, oliver kahn, oliver stone, olivia culpo, olivia cook, olivia
hussey, olivia newton, olivia thirlby, ons jabeur, orelsan rapper, oscar de la hoya, oscar isaac,
oscar piastri, oscar pistorius, pablo escobar, paddy considine, paige wwe, paige vanzant, paige
bueckers, pam bondi, pamela reif, paolo maldini, park geun hye, pat mcafee, patricia heaton,
patrick dempsey, patrick j adams, patrick kane, patrick ewing, patti lupone, paul bettany, paul
giamatti, paul hollywood, paul kagame, paul pelosi, paul pogba, paul walker, paula abdul, paula
badosa, paula patton, paulina porizkova, pedri barcelona, peggy lipton, pele footballer, penelope
ann miller, penny mordaunt, pep guardiola, peso pluma, petra collins, petra kvitova, pete doherty,
pete hegseth, pete townshend, pete wentz, peter gabriel, peter jackson, peter mandelson, peter
sarsgaard, peter sellers, petr yan, pharrell williams, phil mickelson, philip seymour hoffman,
phoebe bridgers, phoebe cates, phoebe tonkin, pierre gasly, piper perabo, poppy delevingne, post
mallone, prince philip, prince harry windsor, prince alwaleed, princess margaret, princess mary,
princess victoria of sweden, princess caroline, princess stephanie, priti patel, priyanka gandhi,
pusha t, queen mary of denmark, queen latifa, queen elizabeth ii, queen silvia, queen sofia,
questlove, quincy jones, quinta brunson, qtcinderella, rachel bilson, rachel brosnahan, rachel
riley, rafael benitez, rafael leao, rahul dravid, raheem sterling, ralph lauren, ralph macchio,
rami malek, randy orton, raphael warnock, raphael varane, raquel cassidy, rashida jones, ray
charles, ray liotta, ray romano, raye singer, rebecca hall, rebecca loos, rebecca mader, rebel
wilson, regina hall, remi bader, remi wolf, rene russo, renate reinsve, rhea ripley, rhea perlman,
rhona mitra, rhys ifans, ricardo kaka, richard ayoade, richard dreyfuss, richard pryor, rick
astley, ricki lake, ricky gervais, ricky whittle, rihanna robyn, riley keough, riley voelkel, rita
rusic, rita wilson, rob lowe, rob kardashian, robbie fowler, robert durst, robert duvall, robert
mugabe, robert mueller, roberto baggio, roberto firmino, robin wright, robin van persie, rochelle
humes, rodri footballer, rodrigo duterte, rod rosenstein, roger ailes, roger waters, romelu lukaku,
romain grosjean, rooney mara, rosalind russell, rosanna pansino, rosario dawson, rosa salazar, rose
byrne, rose ayling ellis, rosie o donnell, rosie perez, roxane gay, ruby rose, rudolf nureyev,
rupaul, rupert everett, rupert friend, rupert murdoch, russell brand, russell crowe, russell
wilson, russell westbrook, ruth bader ginsburg, ruth negga, ryan phillippe, ryan seacrest, sabrina
ionescu, sabine lisicki, sacha baron cohen, sade adu, sadiq khan, sahra wagenknecht, salt bae, sam
asghari, sam smith, sam worthington, samantha bee, samantha fox, samantha morton, samara weaving,
sami zayn, sandra oh, sandra huller, sandra day o connor, sanna marin finland, sara gilbert, sara
jean underwood, sara rue, sarah ferguson, sarah gadon, sarah huckabee, sarah lancashire, sarah
mclachlan, sarah paulson, sarah polley, sarah snook, sarah wayne callies, sasha pieterse, savannah
guthrie, scott disick, sean hannity, sean lock, sean penn, sean spicer, seann william scott,
sebastian coe, sebastian stan, selita ebanks, sergio aguero, sergio perez, seth macfarlane, seth
rollins, shakira ripoll, shamima begum, shane warne, shannon elizabeth, shaun evans, shehbaz
sharif, sheila jackson, shia labeouf, shelley duvall, shelley hennig, sheryl crow, shirley
maclaine, shirley manson, shirley temple, shohreh aghdashloo, sia furler, sidney poitier, siena
miller, sienna miller, sienna guillory, simona halep, simu liu, sinead oconnor, siobhan fallon,
skeet ulrich, skylar diggins, snooki, snow patrol singer, sofia boutella, sofia kenin, sofia
richie, sofie grabol, sofia goggia, soleil moon frye, sommer ray, son heungmin, sonia gandhi, sonia
sotomayor, sonequa martin green, sonny bill williams, sophia bush, sophia lillis, sophie dahl,
sophie ellis bextor, sophie okonedo, sophie rain, sophie raworth, sophie cunningham, sophie
trudeau, spike lee, stacey abrams, stacey dash, stacey dooley, stacy keibler, stan wawrinka, stan
lee, stanley kubrick, stanley tucci, stassi schroeder, stefani germanotta, stefania ferrario,
stefanos tsitsipas, stella maxwell, stella mccartney, stellan skarsgard, stephanie mcmahon,
stephanie seymour, stephen amell, stephen fry, steve aoki, steve bannon, steve buscemi, steve
harvey, steve irwin, steve martin, steve tyler, steven gerrard, steven seagal, steven tyler, steven
yeun, stevie wonder, stone cold steve austin, storm reed, suella braverman, suki waterhouse,
suranne jones, susanna hoffs, susie wolff, suzanne somers, svetlana alexievich, swara bhaskar,
sydney sweeny, sza singer, taika waititi, tamara ecclestone, tamron hall, tanya burr, tara reid,
taraji henson actress, tatiana maslany, tatjana patitz, tatyana mcfadden, tea leoni, ted danson,
ted kaczynski, teddy swims, telly savalas, teyana taylor, theo von, theresa caputo, thom browne,
thomas sankara, thomas tuchel, tia mowry, tiffany haddish, tim curry, tim robbins, tim walz,
timothy olyphant, tinashe kachingwe, tipper gore, tobey maguire, toby keith, toby stephens, tom
selleck, tom waits, tom welling, tomi lahren, tommy fury, tommy lee jones, tommy lee drummer, tommy
robinson, toni collette, toni garrn, tony hawk, tony robbins, topher grace, tori amos, tracee ellis
ross, tracy chapman, travis barker, travis fimmel, trent alexander arnold, trent reznor, trevor
lawrence, tricia helfer, trinity rodman, tristan thompson, troye sivan, trudie styler, trump jr,
twyla tharp, ty burrell, tyrese gibson, tyson fury, ulrike meinhof, uma thurmann, urvashi rautela,
valentina shevchenko, valeria lukyanova, valerie bertinelli, valery gergiev, vanessa redgrave,
vanessa williams, vera farmiga, veronica ferres, vicky krieps, victor wembanyama, victoria
azarenka, victoria justice, victoria nuland, victoria silvstedt, vida guerra, vin diesel, vincent d
onofrio, vincent kompany, vinicius jr, vivek ramaswamy, vivienne westwood, vivien leigh, wallis
simpson, walter cronkite, warren beatty, wayne gretzky, wendell pierce, wentworth miller, wes
streeting, wesley snipes, wes bentley, wesley sneijder, weird al yankovic, will poulter, william h
macy, william hague, william ruto, william shatner, willie mays, wladimir putin, woody allen,
wyclef jean, wynonna judd, xabi alonso, xavi simons, xavier dolan, yasmin benoit, yaroslava
mahuchikh, yoon suk yeol, yordenis ugas, yung miami, yulia tymoshenko, yvonne strahovski, zach
braff, zachary levi, zachary quinto, zack snyder, zaha hadid, zara tindall, zara mcdermott, zendaya
coleman, zhang weili, ziggy marley, zoey deutch, zoe lister jones, zoe kazan, zohran mamdani,
kaitlan collins, kevin federline, kyle richards, kyle maclachlan, jisoo kim, rose blackpink, jennie
blackpink, jennie from blackpink, lisa from blackpink, momo from twice, sana from twice, jihyo
twice, nayeon twice, winter aespa, giselle aespa, yeji itzy, ryujin itzy, irene red velvet, seulgi
red velvet, wendy red velvet, hwasa mamamoo, iu kpop, jimin bts, v from bts, jin from bts, rm from
bts, felix from stray kids, kai exo, baekhyun, g dragon, ninja streamer, shroud streamer, summit1g,
drdisrespect, dr disrespect, ludwig ahgren, sykkuno, disguised toast, jschlatt, technoblade,
tommyinnit, wilbur soot, ranboo, quackity, tubbo, sapnap, karl jacobs, moistcr1tikal, penguinz0,
ethan klein, hila klein, idubbbz, filthy frank, joji singer, h2o delirious, vanossgaming,
captainsparklez, dantdm, stampylongnose, dude perfect, ryan trahan, airrack, sidemen ksi, behzinga,
miniminter, zerkaa, tbjzl, vikkstar, niko omilana, chunkz, yung filly, adin ross streamer, jynxzi,
caseoh, emiru, extraemily, maya higa, hasanabi, mizkif, sodapoppin, asmongold, trainwreckstv,
xqcow, fuslie, leslie fu, kristoferyee, atrioc, jacksfilms, smosh ian, anthony padilla, rhett and
link, matpat, philip defranco, casey neistat, peter mckinnon, linus tech tips, mkbhd, unbox
therapy, ijustine, safiya nygaard, nikocado avocado, simplynailogical, liza koshy, david dobrik,
zane hijazi, gabbie hanna, trisha paytas youtuber, tana mongeau youtuber, brooke schofield, alex
cooper podcaster, call her daddy alex, emma chamberlain youtuber, joanna ceddia, dixie damelio
tiktoker, nikita dragun, james charles youtuber, manny mua, patrick starrr, jackie aina, bunny
meyer, zoella, tanya burr youtuber, thatcher joe, niomi smart, louise pentland, amazingphil, troye
sivan mellet, connor franta, tyler oakley, joey graceffa, ricky dillon, sam pottorff, kian lawley,
jc caylen
"""
"""As in `people`."""
