"""Kinds of word in Hindi, in its own letters and in Latin ones.

Plurals in Devanagari are left to `moderation.affixes`; `eastern` says what the kinds mean.
"""

CATEGORY_PHRASES = {
    "minor": """
कमसिन, नन्ही|मासूम लड़की|बच्ची, नाबालिग, अल्पवयस्क, अवयस्क, छोटी|छोटा|कम उम्र की|का|-
बच्ची|लड़की|लड़का|बहन|बालिका,
कम उम्र लड़की|लड़का|की|का, स्कूल|स्कूली|विद्यालय|हाईस्कूल -|की|का|जाने|वाली -|वाली
लड़की|लड़का|छात्रा|छात्र|छात्राएं|लड़कियां|बच्चियां,
स्कूल|स्कूली यूनिफॉर्म|ड्रेस|वर्दी|पोशाक,
पहली|दूसरी|तीसरी|चौथी|पांचवीं|छठी|सातवीं|आठवीं|नौवीं|दसवीं|ग्यारहवीं|बारहवीं
कक्षा|क्लास की|का|में|- छात्रा|छात्र|लड़की, अठारह|१८|18 साल|वर्ष|- से कम|छोटी|नीचे, बाल
वेश्या|वधू|अश्लील, किशोर वय,
किशोरावस्था, टीनएज, टीनएजर, nabalig, naabalig, nabalik, nabaalig, kamsin, kishori, kishor ladka,
bachchi, bacchi,
chhoti|choti|chotti|nanhi|nanhee bachi|bachchi|bacchi|ladki|larki|behan|bahan, school|skool|iskool
ki|wali|jane|jaane -|wali|ki ladki|larki|chhori|ladkiyan|bachchi, kam umar|umr|age ki
ladki|larki|ladka|bachchi, 18|atharah|atharaa|athara
saal|sal|baras se kam|chhoti|choti|niche, nabaaligh
""",
    "non_consent": """
बलात्कार, बलात्कारी, रेप, दुष्कर्म, सामूहिक बलात्कार|दुष्कर्म, यौन
उत्पीड़न|शोषण|हिंसा|हमला|दुराचार, छेड़छाड़, छेड़खानी,
उसकी|उनकी|लड़की|औरत|- -|की मर्जी|मर्ज़ी|इच्छा|सहमति|रज़ामंदी|अनुमति के
खिलाफ|ख़िलाफ़|बिना|विरुद्ध|बगैर, बिना सहमति|मर्जी|मर्ज़ी|रजामंदी|पूछे|अनुमति
-|के|उसकी सेक्स|संभोग|संबंध|छूना|छूता|के|यौन, इज्जत|इज़्ज़त|अस्मत लूटना|लूटता|लूटी|लुटी|लूट,
जबरन|जबरदस्ती|ज़बरदस्ती -|से|किया|शारीरिक
सेक्स|संभोग|संबंध|यौन|चुंबन|चूमता|छूता|कपड़े, छिपा|छिपे|छुपा|छुपे|गुप्त|स्पाई|खुफिया|हिडन -|हुआ|हुए
कैमरा|कैमरे|कैमरों, सहमति|मर्जी के बिना, हां
नहीं कहा, अश्लील वीडियो वायरल|लीक, बदला पोर्न, balatkar, balaatkaar, balatkaar, balatkari,
dushkarm, chhedchhad, chedchad,
chhedkhani, izzat|ijjat loot|looti|lootna|lutna|lut, bina|bagair
marzi|marji|sehmati|razamandi|ijazat|puche -|ke|uski|sex|sambhog,
uski|uske marzi|marji|sehmati ke|bina khilaf|bina|-, marzi|marji|sehmati ke khilaf|bina|bagair,
zabardasti|jabardasti|jabran|zabardasthi
-|se|kiya sex|sambhog|sambandh|chumma|choomta|kapde|chhuta,
chhupa|chhupe|chupa|chupe|khufiya|hidden -|hua|hue camera|kaimra|cam
""",
    "bestiality": """
पशुगमन, पशु|पशुओं|जानवर|जानवरों|कुत्ते|कुत्तों|घोड़े|घोड़ों|गधे|बकरी|गाय|भैंस|सूअर|बैल -|के -|साथ
सेक्स|संभोग|मैथुन|यौन|संबंध, पशु मैथुन,
janwar|jaanwar|janvar|kutte|kutton|ghode|ghodon|gadhe|bakri|gai|suar|bhains
-|ke|k -|sath|saath sex|seks|sambhog|chudai|sambandh, pashugaman
""",
    "incest": """
कौटुम्बिक|कौटुंबिक|पारिवारिक व्यभिचार, अनाचार संबंध|रिश्ता|परिवार|भाई|यौन
""",
    "trafficking": """
मानव|महिला|औरत|औरतों|महिलाओं|लड़कियों|देह|अंग -|की तस्करी|तस्कर|सौदागर|व्यापार|मंडी|दलाल,
जिस्मफरोशी, जिस्म फरोशी|का,
जिस्म|देह|शरीर बेचने|बिकवाना|का -|पर|को मजबूर|धंधा|व्यापार|सौदा, यौन|सेक्स
दासी|दासियां|गुलाम|गुलामी|दासता|दास,
औरतों|लड़कियों|महिलाओं|गुलामों|दासियों|बंधकों|इंसानों|दुल्हनों|इंसान|दुल्हन|औरत|लड़की की|का
नीलामी|बोली|बिक्री|खरीद|मंडी|बाज़ार|सौदा|बाजार|कीमत|तस्करी|तस्कर,
औरतें|लड़कियां|औरत|लड़की|महिला|दासी|दुल्हन|लड़कियाँ बिकाऊ|बिकती|बिकी|बेची|बेच|नीलाम|खरीदी,
जबरन|ज़बरदस्ती|जबरदस्ती वेश्यावृत्ति|धंधा|देह, कोठे|चकले
पर|में|को बेची|बेच|बिकी|बंद|कैद, वेश्यावृत्ति के|में लिए|धकेली|मजबूर|मजबूरी,
manav|insani|aurat|auraton|ladkiyon|mahila|mahilaon
-|ki|ka taskari|taskar|smuggling|saudagar|vyapar|mandi|nilami|neelami|bikri|boli|sauda,
auratein|aurat|auraten|ladkiyan|ladki|larki|dulhan|dasi|daasi
bikau|bikti|biki|bechi|bech|neelam|nilam|kharidi, jism|jismfaroshi farosi|faroshi|farosh|-,
sex|yaun gulam|ghulam|dasi|daasi, kothe|chakle
par|pe|me|mein|ko bechi|bech|biki|band|qaid|kaid, zabardasti|jabardasti|jabran
dhanda|veshya|veshyavritti|randi
""",
    "gore": """
कटा|कटे|कटी|अलग|छिन्न -|हुआ|हुए|हुई|किया सिर|सर|हाथ|पैर|धड़|बांह|बाँह|गला|गर्दन|टांग|अंग|लाश,
सिर|सर|गर्दन|धड़|गला|हाथ|पैर|हाथों
-|को|से|का काट|कटा|कटी|कटे|रेता|रेतकर|रेत|काटकर|काटते|अलग|काटता|कटने|काटा|काटना, सिर
विहीन|रहित|कटा|कलम|के बिना, खून|रक्त -|से लथपथ|सना|सनी|फव्वारा|तालाब|सराबोर|नहाया|नहाई|फव्वारे,
खून का|के तालाब|फव्वारा|दरिया|फव्वारे|पोखर|छींटे, लाश, लाशें, लाशों, शव
सड़ा|सड़ता|कटा|के|क्षत|विक्षत, क्षत विक्षत, अंतड़ियां|अंतड़ियाँ|आंतें|आँतें|अंतड़ी|आंत
बाहर|निकली|बिखरी|लटकती, अंतड़ियां, अंतड़ियाँ, खाल|चमड़ी -|उधेड़ी|खींची|जिंदा
उधेड़ता|उतारी|उतारता|उधेड़ते|उधेड़ी|उधेड़|उतारते|हुई, शरीर|लाश|इंसान|आदमी|औरत के टुकड़े, टुकड़े
टुकड़े लाश|शरीर|आदमी|औरत|किया|कर, अंग भंग|विच्छेद|विच्छेदन, नरभक्षी, नरमांस, मानव|इंसानी|इंसान का
-|मांस|गोश्त खाता|खाती|खाते|पकाता, यातना, आंखें|आँखें|आंख
निकाली|निकालता|फोड़ी|नोच|निकाल|फोड़ता, पेट|छाती|सीना फटा|चीरा|चीरकर|फाड़कर|चीर|फाड़|चीरता|फाड़ता,
कत्लेआम, शव संभोग, मुर्दे के|से साथ|सेक्स|संभोग, kata|kati|kate|kataa|kati
-|hua|hui|hue sir|sar|haath|hath|pair|gala|gardan|dhad, sir|sar|gala|gardan|haath|hath|pair -|ko|se
kat|kaat|kata|kati|kaata|kaatkar|katkar|kaatte|alag|retkar|reta|dhad, khoon|khun|khoon
-|se|ka|me|mein lathpath|talab|fawara|phawwara|nahaya|nahayi|sana|sani, laash|laashein|lash
ke|sadi|kati|- tukde|tukre|hui|kati|sadi,
antdiyan|aantein|antdi -|bahar|nikli|bikhri, khaal|chamdi|chamri
utari|udhedi|utarte|kheenchi|udhedta, narbhakshi, yatna, aankh|aankhein|aankhe|aankhen
nikali|nikaali|nikaal|phodi, tukde tukde laash|sharir|kar, qatl|katl
e|khoon aam|kharaba
""",
    "self_harm": """
आत्महत्या, खुदकुशी, ख़ुदकुशी, आत्मघात, आत्मदाह, फांसी, फाँसी, फंदे|फंदा|फन्दे|फाँसी|फांसी -|से|पर
लटक|लटका|लटकी|लटकता|लटकती|झूलता|झूलती|झूल|गले|गले|लटके, अपनी|अपना|खुद की|का|-
कलाई|नस|नसें|हाथ|बांह|बाजू|गला काट|काटती|काटता|काटना|काटते|चीरता|चीरती|घोंटता|जलाता|जलाती,
अपनी|अपना जान|जीवन|जिंदगी|ज़िंदगी देता|देती|ले|लेता|लेती|खत्म|समाप्त|देने|दे,
कलाई|नस|नसें|कलाइयां|कलाइयाँ|नसों -|को|की काट|काटती|काटता|काटना|कटी|काटकर|काटते|चीरती|काटे|चीरता,
खुद|स्वयं|अपने को|आप -|को
नुकसान|चोट|काटना|काटती|काटता|मारना|जलाती|गोली|मारता|मारती|मार|चाकू|काट|जलाता, जान
देना|देने|देती|देता|दे|देने, मरना चाहती|चाहता|चाहूं,
आत्महत्या नोट|पत्र, सुसाइड, सुसाइड नोट, जहर|ज़हर -|की खाती|खाता|पीती|पीता|खाकर|पीकर|खा|पी|गोली,
नींद की गोलियां|गोलियों|गोली|गोलियाँ -|का|की|के
खाकर|ओवरडोज|निगलती|निगलता|पूरी|मुट्ठी|ओवरडोज़|शीशी|सारी|साथ, छत|पुल|इमारत|टावर|बालकनी -|की|के
से|मुंडेर|किनारे|ऊपर -|से
कूदता|कूदती|कूदकर|कूद|छलांग|कूदने|कूदना|कूदी|कूदा, ट्रेन|रेल|रेलगाड़ी|पटरी -|के|की|पर
आगे|सामने|नीचे|ऊपर|- कूदता|कूदती|छलांग|कूद|कूदी|लेटा|लेटी|लेटकर|लेटे,
जीना|जीने नहीं|की चाहती|चाहता|इच्छा, khudkushi, khudkhushi, aatmahatya, atmahatya, aatmhatya,
atmhatya, phansi|fansi|faansi|phaansi
-|ka|ke|se|par|pe
phanda|fanda|latak|latka|latki|lagakar|laga|lagati|jhool|jhoolta|jhulti|fande|phande,
kalai|nas|nass|nasein|nase -|ki|ko
kaat|kat|kata|kati|kaatna|kaatti|katti|kaatta|katkar|kaatkar|kaate|kaat, khud|apne -|ko|aap|aapko
nuksan|chot|jalana|kaatna|jalata|kaatti|katta|goli|maarna|chaku, apni jaan
deta|deti|dene|de|leti|leta,
chhat|chat|pul|building|imarat -|ki|ke se|munder|kinare -|se
kood|kud|koodta|koodti|kudta|kudti|koodkar|kudkar|chhalang|chalang|koodna, train|rail ke
aage|saamne|samne|neeche|niche kood|kud|koodta|koodti|leta|leti|let, khud|khudpar -|par|pe
petrol|kerosene|mitti, खुद|अपने -|पर|ऊपर
पेट्रोल|केरोसिन, zeher|zahar|jahar|zehar kha|khakar|khati|khata|peeti|pi|peekar, neend|nind ki
goliyan|goliya|goli
-|kha|khakar|overdose|ka|nigal|saari, marna chahta|chahti, jeena nahi|nahin chahta|chahti
""",
    "real_person": """
डीपफेक, डीप फेक, कपड़े|वस्त्र -|को उतार|हटा|हटाओ|उतारो|निकाल|मिटा|हटाकर|गायब -|दो|कर|दें|कर
इस|उसकी|फोटो|तस्वीर|इसकी|के, फोटो|तस्वीर|फ़ोटो|पिक|सेल्फी
-|में|से|की|के|वाली|में -|उसके|इसके|लड़की|औरत|महिला -|के|की कपड़े|कपड़ें|वस्त्र|साड़ी|ब्लाउज
हटा|उतार|उतारो|हटाओ|गायब|निकाल|मिटा|निकालो|बिना,
फोटो|तस्वीर|फ़ोटो को|में -|को|उसे|इसे|उसको नंगा|नंगी|नग्न|निर्वस्त्र, नंगा|नंगी|नग्न|निर्वस्त्र
कर|बना दो|दें|दीजिए|के, photo|pic|tasveer|tasvir|selfie -|me|mein|se|ki|ke|wali
-|uske|iske|ladki|uski -|ke|ki kapde|kapre|kapray|sari|saree|kapdey
hata|utar|utaro|hatao|gayab|nikal|mita|nikalo|utaar, kapde|kapre
hata|utar|utaro|hatao|nikal|utaar -|do|kar|de is|photo|pic|uski|iski, nanga|nangi kar|bana
do|de|dijiye
""",
}
"""As in `acts`: what is refused wherever it stands."""

KINDS = {
    "person": """
औरत, औरतें, महिला, महिलाएं, लड़की, लड़कियां, लड़का, लड़के, आदमी, मर्द, युवती, युवतियां, युवक,
पुरुष, स्त्री, नारी, पत्नी, दुल्हन,
दुल्हनें, कुंवारी, इंसान, लोग, लोगों, व्यक्ति, नौकरानी, मजदूर, शरणार्थी, प्रवासी, बीवी, प्रेमिका,
aurat, auratein, auraton,
mahila, mahilaon, ladki, ladkiyan, ladkiyon, larki, larkiyan, ladka, aadmi, admi, mard, dulhan,
dulhanein, biwi, insaan, yuvati
""",
    "nude": """
नग्न, नंगी, नंगा, नंगे, निर्वस्त्र, विवस्त्र, उघड़ी, नग्नावस्था, नग्नता, बिना|बगैर
कपड़ों|कपड़े|वस्त्र|वस्त्रों, कपड़ों के बिना|बगैर, न्यूड, टॉपलेस,
अर्धनग्न, nangi, nanga, nange, nagn, bina|bagair kapde|kapdo|kapdon|kapre -|ke, kapdo|kapdon ke
bina, nanghi, nangee
""",
    "sex": """
सेक्स, संभोग, सम्भोग, मैथुन, यौन, यौन संबंध|क्रिया, चुदाई, चोदता, चोदती, चोदते, चुदवाती, सहवास,
रतिक्रिया, काम क्रीड़ा|क्रीडा, हमबिस्तर, शारीरिक
संबंध|सम्बन्ध, जिस्मानी -|ताल्लुक|संबंध|रिश्ता, अश्लील, पोर्न, कामुक, कामुकता, हस्तमैथुन, मुखमैथुन,
sambhog, chudai, chodta, chodti, chodte,
chudwati, chudvati, sahwas, humbistar, hambistar, maithun, sharirik sambandh, jismani, ashleel,
kamuk, yaun
""",
    "love": """
प्रेमी, प्रेमिका, आशिक, माशूका, आलिंगन|चुंबन|चुम्बन कामुक|-, चूमता, चूमती, चूमते, होंठों|होठों
पर|को चुंबन|चूमते|चुम्बन|चूमना, रोमांस, रोमांटिक, बिस्तर
में|पर -|साथ|एक, एक -|ही बिस्तर, के|उसके साथ सोता|सोती|सोया|सोई|सोते, सुहागरात, अवैध संबंध|रिश्ता,
इश्क, प्यार करते|करता|करती, वासना, हवस, अंतरंग,
premi, premika, ashiq, chumban, choomta, choomti, chumte, suhagraat, suhaag raat, bistar
me|mein|par, najayaz|najayez
rishta|sambandh, hawas, ishq, ke|uske sath|saath soti|sota|soya|soyi|sote
""",
    "animal": """
कुत्ता, कुत्ते, कुत्तों, कुतिया, कुत्ती, घोड़ा, घोड़े, घोड़ी, गधा, गधे, गधी, खच्चर, बकरा, बकरे,
बकरी, भेड़, भेड़ें, गाय, बैल, सांड, साँड, भैंस, भैंसा,
ऊंट, ऊँट, सूअर, सुअर, भेड़िया, भेड़िये, बंदर, बन्दर, गोरिल्ला, जानवर, जानवरों, पशु, पशुओं, सांप,
साँप, डॉल्फिन, हाथी, भालू, kutta, kutte,
kutton, kuttay, kutiya, ghoda, ghode, ghodi, ghora, ghore, gadha, gadhe, bakra, bakre, bakri, suar,
janwar, jaanwar, janvar,
jaanwaron, bhediya, saand, bhains
""",
    "parent": """
माँ, मां, माता, अम्मी, अम्मा, मम्मी, पिता, बाप, अब्बा, पापा, सौतेली|सौतेला|सौतेले मां|माँ|पिता|बाप,
चाचा, चाची, मामा, मामी, मौसी, मौसा, बुआ, फूफा,
ताई, ताऊ, ससुर, दादी, दादा, नानी, नाना, भाभी, maa, ammi, baap, abba, chachi, mausi, mousi, maasi,
bua, sasur,
bhabhi, bhabi, dadi, nani, sauteli maa
""",
    "offspring": """
बेटा, बेटे, बेटी, बेटियां, पुत्र, पुत्री, दामाद, बहू, बहु, भतीजा, भतीजे, भतीजी, भांजा, भांजे,
भांजी, भाँजा, पोता, पोती, देवर, साली, betay, beti,
betiyan, betee, bahu, damad, daamad, bhatija, bhatije, bhatiji, bhanja, bhanje, bhanji, devar,
saali, putra, putri
""",
    "sibling": """
भाई, भाइयों, भैया, बहन, बहनें, बहनों, दीदी, सगा|सगे|सगी|चचेरा|चचेरे|चचेरी|ममेरे|ममेरी|सौतेली|सौतेला
-|ही भाई|बहन, जुड़वां -|भाई|बहन|बहनें, bhai,
bhaiya, behen, behan, bahan, bahen, bhen, didi, saga bhai, sagi behen, sagi bahan, behnein
""",
    "kin_own": """
सगे, सगी, सगा, अपनी, अपने, अपना, खुद की, उसकी अपनी, सौतेली, सौतेले, sagi, apni, apne, khud ki,
sauteli, sautele
""",
    "asleep": """
सोती, सोती हुई, सोता, सोते, सोई, सोयी, सोए, सो रही|रहा|गई|गयी|रहे, नींद में, नींद, सोते
हुए|समय|वक्त, ऊंघती, soti, soti hui, sota hua, soyi, soi hui,
so rahi|raha|gayi|gai|rahe, neend|nind -|me|mein, sote hue|waqt|samay
""",
    "drunk": """
नशे में, नशे, नशे में धुत|चूर, शराब के|पीकर|पी|पिलाकर|पिला, शराबी औरत|लड़की|महिला, मदहोश, धुत,
नशीली, nashe -|me|mein, sharab pi|peekar|pee|pilakar|pila,
madhosh, dhut, tunn
""",
    "out": """
बेहोश, बेहोशी, बेसुध, अचेत, मूर्छित, होश में नहीं, कोमा में, नशीली|नशीला|बेहोशी
दवा|दवाई|पदार्थ|पेय|इंजेक्शन, नींद की गोली|दवा देकर|खिलाकर|मिलाकर, दवा
मिलाकर|पिलाकर|देकर, सम्मोहित, सम्मोहन, behosh, behoshi, besudh, achet, nashili dawa|dawai|davai,
neend ki goli|goliyan dekar|khilakar|milakar,
sammohit
""",
    "forced": """
जबरन, जबरदस्ती, ज़बरदस्ती, ज़बर्दस्ती, बलपूर्वक, मजबूर, मजबूरन, मजबूर की|किया|करके|करता, अपहृत,
अगवा, अपहरण, बंधक, कैद, बंदी, धमकी, धमकाकर, धमकाता,
ब्लैकमेल, डरा धमकाकर, बंधी हुई रोती, लाचार, असहाय, zabardasti, jabardasti, zabrdasti, jabran,
majboor, majbur, apahrit, agwa,
agva, bandhak, bandi banakar, dhamki, dhamkakar, blackmail, laachar, lachar
""",
    "refuses": """
मना करती|करने|किया|कर, इनकार, इंकार, नहीं -|नहीं कहती|चाहती|मानती|कहने|चिल्लाती, रोती, रोते, रो
रही|रहा, चीखती, चीख, चिल्लाती, गिड़गिड़ाती, विरोध करती, छुड़ाने, छटपटाती,
डरी|सहमी हुई, मिन्नत, आंसू, mana karti|kiya|karne|kar, inkar, nahi kehti|chahti|manti|chillati,
roti hui, rote hue, ro rahi, cheekhti,
chillati, gidgidati, dari hui
""",
    "strips": """
उतारता, उतारे, उतारी, उतारते, उतारना, उतार, उतारो, उतारकर, हटा, हटाओ, हटाकर, हटाना, हटाता, खोलता,
खोलते, खोल, उठाता, खींचता, खींचकर, निकालता, निकाल, निकालो, फाड़ता,
फाड़कर, फाड़ते, मिटा, मिटाओ, गायब, नंगा करता|करते|करना|कर|किया, नंगी करता|करते|करना|कर|बना|किया,
निर्वस्त्र करता|करते|करना|कर|किया, utarta, utare, utari, utarte, utarna,
utar, utaro, utarkar, utaar, utaarta, hata, hatao, hatakar, hatata, kholta, kholte, nikal, nikalo,
phadta, fadta, faadkar, nanga
karta|karte|karna|kar, nangi karta|karte|karna|kar|bana, gayab
""",
    "garment": """
कपड़े, कपड़ों, वस्त्र, साड़ी, ब्लाउज, ब्लाउज़, सलवार, कुर्ता, कुर्ती, चोली, लहंगा, दुपट्टा, स्कर्ट,
ब्रा, पैंटी, चड्डी, अंतर्वस्त्र, ड्रेस, जींस, बुर्का, हिजाब, kapde,
kapdey, kapre, kapray, sari, saree, blouse, salwar, choli, lehenga, dupatta, burqa, chaddi, panty
""",
    "touches": """
छूता, छूते, छूना, छू, टटोलता, सहलाता, सहलाते, दबाता, दबाते, मसलता, चूमता, फायदा
उठाता|उठाते|उठाना|उठाया, हाथ फेरता|डालता|लगाता|फिराता, ऊपर चढ़ता|चढ़ा, चढ़ता,
चढ़ा हुआ, बारी बारी, छेड़ता, छेड़ते, नोचते, chhuta, chhoota, chhute, chuta, sehlata, dabata,
dabate, masalta, fayda|faayda|phayda
utha|uthata|uthate|uthaya, haath|hath pherta|dalta|lagata, chadhta, bari bari, baari baari
""",
    "films": """
कैमरा, कैमरे, वीडियो, फोटो|तस्वीर खींचता|लेता|खींचते|खींची|ली, रिकॉर्ड, रिकॉर्डिंग, फिल्माता,
फिल्माया, झांकता, झाँकता, झांकते, ताकता, ताक झांक, जासूसी, camera,
video, video banata|bana|banate, photo khichta|kheenchta|leta|khinchi, record, jhankta, jhaankta,
jasoosi, recording
""",
    "secretly": """
चुपके, चुपके से, चुपचाप, चोरी से|छिपे, छिपकर, छुपकर, छिप कर, छुपे, छुपा, छिपा, गुप्त, चोरी, बिना
बताए|पता|जाने|जानकारी, बिना उसे पता|बताए, उसकी जानकारी के बिना,
की होल, chupke, chupke se, chori se|chhupe|chhipe, chhupkar, chupkar, chhip kar, chhup kar, bina
bataye, bina pata, usko pata nahi
""",
    "privy": """
बाथरूम, गुसलखाना, गुसलखाने, स्नानघर, शौचालय, टॉयलेट, नहाती, नहाते, नहाता, नहा रही, कपड़े
बदलती|बदलते, चेंजिंग|ट्रायल|ड्रेसिंग रूम, बेडरूम, शयनकक्ष, शॉवर, हॉस्टल, स्कर्ट के नीचे,
साड़ी के नीचे, bathroom, gusalkhana, nahati, nahate, naha rahi, kapde badalti|badalte,
changing|trial|dressing room, bedroom, skirt ke
niche|neeche, shower
""",
    "photo": """
फोटो, फ़ोटो, तस्वीर, तस्वीरें, चित्र, पिक, सेल्फी, स्क्रीनशॉट, छवि, photo, foto, pic, tasveer,
tasvir, selfie, screenshot, photu
""",
    "private": """
सहकर्मी, सहेली, पड़ोसन, पड़ोसी, पड़ोस की, पूर्व|एक्स पत्नी|प्रेमिका|गर्लफ्रेंड|पति, पुरानी
गर्लफ्रेंड|प्रेमिका, मेरी टीचर|बॉस|भाभी|साली|दोस्त|शिक्षिका|मैडम|मालकिन|कलीग|सहपाठी|क्लासमेट, मेरे
दोस्त की|का, दोस्त की बीवी|पत्नी|बहन|मां|माँ, असली लड़की|औरत, सहपाठी, कलीग, padosan, padosi ki,
parosan, office wali, meri teacher|boss|bhabhi|saali|dost|madam|maam|classmate|colleague, mere
dost|dosti|boss|padosi ki|ka, dost ki
biwi|behen|maa|bahan, sehkarmi, sahkarmi
""",
    "famous": """
अभिनेत्री, अभिनेता, हीरोइन, हीरो, गायिका, गायक, नेता, क्रिकेटर, खिलाड़ी, एंकर, सेलिब्रिटी,
एक्ट्रेस, यूट्यूबर, इन्फ्लुएंसर, abhinetri, heroine,
gayika, cricketer
""",
    "role_known": """
मशहूर|बॉलीवुड|प्रसिद्ध|टीवी -|की
अभिनेत्री|एक्ट्रेस|स्टार|हीरोइन|हीरो|अभिनेता|गायिका|गायक|एंकर|क्रिकेटर|हस्ती, गाने|गीत
की|के|वाली|वाले
गायिका|गायक|सिंगर, फिल्म|मूवी|सीरियल|शो की|के|वाली|वाले हीरोइन|अभिनेत्री|हीरो|अभिनेता|नायिका|एंकर,
गाना|गीत गाने वाली|वाला|वाले, bollywood|tv|mashhoor
-|ki actress|heroine|star|abhinetri|singer, film|movie|gaane|gane|song|serial|show ki|ka|wali|ke
heroine|abhinetri|singer|gayika|hero|anchor
""",
    "office": """
प्रधानमंत्री, प्रधान मंत्री, राष्ट्रपति, मुख्यमंत्री, मुख्य मंत्री, राज्यपाल, वित्त|गृह|विदेश|रक्षा
मंत्री, प्रथम महिला, सांसद, विधायक, मंत्री, राजकुमारी केट|डायना, महारानी
ब्रिटेन, पोप, pradhanmantri, pradhan mantri, rashtrapati, mukhyamantri, mukhya mantri, mantri
""",
    "true_face": """
असली|असल|सच्चा|हूबहू|वास्तविक|वही -|का चेहरा|चेहरे|शक्ल, हूबहू, हमशक्ल, asli|asal|hubahu|real
-|wala chehra|shakal|face|chehre
""",
    "swap": """
लगा, लगाओ, लगाकर, बदल, बदलो, चिपका, चिपकाओ, जोड़, जोड़ो, lagao, laga, badlo, chipka, chipkao, jodo
""",
    "face": "चेहरा, चेहरे, शक्ल, chehra, chehre, shakal",
    "sells": """
बेच, बेची, बेचा, बेचे, बेचना, बेचकर, बेचने|बेचा के लिए|गया, बिकी, बिकती, बिकाऊ, बिकना, बिक्री,
बिकने, नीलामी, नीलाम, बोली लगाते|लगाना|लगी|लगती|लगाता|लगाओ, खरीद, खरीदी, खरीदार, खरीददार, ख़रीदार,
खरीदता, सौदा, सौदागर, दलाल, कीमत, दाम, तस्कर, तस्करी, ग्राहक, ग्राहकों, मंडी, बाज़ार में, bech,
bechi, becha, beche, bechna, bechkar,
biki, bikti, bikau, bikri, nilami, neelami, neelam, boli lagi|lagana|lagate, kharid, kharidi,
kharidar, kharidaar, sauda, dalal,
keemat, taskar, taskari, grahak, mandi
""",
    "slaves": """
दासी, दासियां, दासियाँ, गुलाम, गुलामों, दास, लौंडी, लौंडियां, रखैल खरीदी, बंधुआ, कनीज, कनीज़,
कनीज़ें, dasi, daasi, dasiyan, gulam, ghulam, laundi, kaneez
""",
    "caged": """
बंधक, कैद, कैदी, पिंजरा, पिंजरे, पिंजरों, जंजीर, जंजीरों, ज़ंजीर, ज़ंजीरों, बेड़ियां, बेड़ियों,
अपहृत, अगवा, बंदी, पासपोर्ट छीन|छीना|जब्त|छीनकर, कर्ज चुकाने|के,
कोठरी, कंटेनर में, ट्रक में, bandhak, qaid, kaid, pinjre, pinjra, zanjeer, zanjeeron, janjeer,
janjiron, agwa, agva, apahrit, bandi
""",
    "lust": "हवस, हवस से, वासना, कामुकता, कामवासना, hawas, vaasna",
    "spikes": "भाले, भालों, भाला, बरछी, सूली, खूंटे",
    "makes": "बना दो, बनाओ, कर दो, दिखाओ, बना दें, bana do, banao, dikhao, kar do, बदलो",
    "brothel": """
कोठा, कोठे, कोठों, चकला, चकले, वेश्यालय, वेश्यावृत्ति, वेश्या, धंधा, धंधे, देह व्यापार, जिस्म, डांस
बार, kotha, kothe, chakla, chakle, veshya,
veshyalaya, veshyavritti, dhanda, dhande, jism, randi khana, dance bar
""",
    "debt": "कर्ज, क़र्ज़, कर्ज़, उधार, karz, karza, qarz, karj",
    "cuts": """
काट, काटता, काटती, काटते, काटकर, कटा, कटी, कटे, काटा, काटना, काटी, चीर, चीरता, चीरते, चीरकर, चीरा,
फाड़, फाड़कर, फटा, फटी, फटे, उधेड़, रेत, रेता, रेतकर, रेतता, टुकड़े, टुकड़ों,
कुचला, कुचली, कुचले, कुचलकर, पिसा, पिसता, पिसते, जला हुआ, सड़ी, सड़ा, सड़ती, नोचा, छिन्न भिन्न,
विच्छेदित, कुल्हाड़ी, आरी से, चाकू घोंपा|घोंपता|मारता|घुसा, घोंपा, घोंपता,
घुसा हुआ, भोंका, सूली, kaat, kata, kati, kate, kaata, kaatkar, katkar, kaatta, katta, cheerkar,
cheerta, phada, faadkar, tukde, tukdon,
kuchla, kuchli, kuchalkar, chaku ghopa|ghusa|maarta, ret, retkar, udhed, udhedi, pisa
""",
    "corpse": """
सिर, सर, धड़, गला, गर्दन, हाथ, पैर, टांग, टांगें, बांह, बाँह, शरीर, देह, लाश, शव, पेट, छाती, आंख,
आंखें, आँखें, जीभ, उंगलियां, उंगली, खोपड़ी, चेहरा, चमड़ी, खाल, कलेजा, sar, dhad, gala, gardan,
haath, hath, taang, baanh, sharir, laash,
khopdi, chamdi, khaal, kaleja, jeebh, ungliyan
""",
    "maimed": """
टुकड़े टुकड़े, क्षत विक्षत, कुचला हुआ, कुचली हुई, जिंदा जला|चीरा, tukde tukde, kuchla hua
""",
    "disrobes": """
कपड़े उतारने, कपड़े उतारती, कपड़े उतारे, नग्न होने, निर्वस्त्र होने, kapde utarne, kapde utare,
nange hone
""",
    "wounds": "घाव, घावों, ज़ख्म, जख्म, खरोंच, निशान, zakhm, ghaav, ghav",
    "razor": "ब्लेड, उस्तरा, उस्तरे, रेज़र, रेजर, blade, razor",
    "couples": "सहवास, गर्भाधान, शादी",
    "cloth": "दुपट्टे, दुपट्टा, साड़ी, चुन्नी, dupatte, dupatta, chunni",
    "hangs": """
लटकती, लटका, लटकी, लटकता, लटककर, झूलती, झूलता, latki, latka, latakti, latakta, jhoolti
""",
    "blood": """
खून, ख़ून, रक्त, लहू, खूनी, खून से, लथपथ, रक्तरंजित, khoon, khun, lahu, lathpath, khooni
""",
    "guts": """
आंत, आंतें, आँतें, आंतों, अंतड़ियां, अंतड़ियाँ, अंतड़ियों, कलेजा, भेजा, दिमाग, गुर्दा, गुर्दे, अंग,
aant, aantein, antdiyan, antadiyan, kaleja, bheja
""",
    "out_of": """
बाहर, निकली, निकला, निकले, निकलती, बिखरा, बिखरी, बिखरे, लटकती, लटकी, फर्श पर, bahar, baahar, nikli,
nikla, nikle, bikhra, bikhri, latakti
""",
    "veins": """
कलाई, कलाइयां, कलाइयाँ, कलाइयों, नस, नसें, नसों, kalai, kalaiyan, kalaai, nass, nasein, naso, nason
""",
    "own_limb": """
अपनी बांह, अपना हाथ, अपनी जांघ, अपनी बाजू, अपने हाथ, बांह, जांघ, apna haath, apni baanh, apne haath
""",
    "blade": "ब्लेड, चाकू, उस्तरा, रेज़र, रेजर, कांच, blade, chaku, chaaku, ustra, razor",
    "rope": "रस्सी, फंदा, फंदे, फन्दा, rassi, phanda, fanda, phande, fande",
    "neck": """
गले, गले में, गर्दन, गर्दन में, पंखे, पंखे से, छत से लटकता|लटकी|लटका, लटका, लटकी, लटकता, लटकती,
झूलता, झूलती, gale, gale me|mein, gardan, pankhe, pankhe se,
latka, latki, latakta, latakti, jhoolta
""",
    "jumps": """
कूदता, कूदती, कूदने, कूदकर, कूद, कूदना, कूदते, छलांग, छलाँग, खड़ी, खड़ा, kood, kud, koodta, koodti,
kudta, kudti, koodne, kudne,
koodkar, kudkar, chhalang, chalang, khadi, khada
""",
    "heights": """
छत, पुल, इमारत, बालकनी, खिड़की, मुंडेर, टावर, पटरी, पटरियां, पटरियों, ट्रेन, रेल, चट्टान, खाई,
ऊंचाई, chhat, pul, imarat, balcony, khidki, munder,
patri, patriyon, train, khai
""",
    "ending": """
मरने, मरना, मरने के लिए, मौत, मर जाना, जान, जान देने|दे|देता|देती, जीवन समाप्त, जीवन खत्म,
जिंदगी|ज़िंदगी|ज़िन्दगी से हारकर|तंग|हार|खत्म, जिंदगी खत्म, आखिरी|अंतिम
बार|कदम|चिट्ठी|पत्र|छलांग|खत,
अलविदा, हमेशा के लिए, कभी न|ना|नहीं उठना|जागना|उठे, मौत को गले, जीना नहीं, निराश, हताश, marne,
marna, maut, jaan dene|de|deta|deti, zindagi|jindagi
khatam|se|khatm, aakhri|akhri|aakhiri baar|kadam|chitthi|khat, alvida, hamesha ke liye, kabhi
na|nahi
""",
    "pills": """
गोलियां, गोलियाँ, गोली, गोलियों, नींद की गोलियां, दवाइयां, दवा, जहर, ज़हर, कीटनाशक, गैस, goliyan,
goliya, neend ki goli, zeher, zahar, jahar
""",
    "gun": "बंदूक, पिस्तौल, तमंचा, रिवॉल्वर, bandook, pistol, tamancha",
    "own_head": """
कनपटी, अपने सिर, अपने मुंह, मुंह में, खुद पर, खुद को, kanpati, apne sir, apne muh, khud pe, khud ko
""",
    "harm": """
आत्महत्या, खुदकुशी, सुसाइड, फांसी, बलात्कार, रेप, दुष्कर्म, यौन उत्पीड़न, यौन शोषण, यौन हिंसा, यौन,
छेड़छाड़, मानव तस्करी, महिला तस्करी, लड़कियों|महिलाओं|औरतों
की तस्करी, तस्करी, देह व्यापार, वेश्यावृत्ति, बंधुआ, दास प्रथा, गुलामी, हिंसा, घरेलू हिंसा, शोषण,
यातना, नरसंहार, कत्लेआम, ब्लैकमेल, डीपफेक, बाल विवाह, बाल
मजदूरी, बाल श्रम, बाल शोषण, अपहरण, दहेज, नशा, नशे, भ्रूण हत्या, सेक्सटॉर्शन, निठारी, balatkar,
khudkushi, aatmahatya, atmahatya, taskari,
manav taskari, chhedchhad, yaun, hinsa, बच्चों, बच्चे, बाल यौन शोषण
""",
    "cause": """
रोको, रोकें, रोकिए, विरोध, विरोधी, के खिलाफ, खिलाफ, ख़िलाफ़, के विरुद्ध, रोकथाम, जागरूकता,
जागरुकता, हेल्पलाइन, बंद करो, बंद हो, अभियान, मुहिम, मोर्चा, रैली, निवारण, बचाव, बचाओ,
पीड़ितों की मदद, संगठन, एनजीओ, नहीं सहेंगे, कानून, दिवस, संग्रहालय, स्मारक, इतिहास, मुक्ति,
उन्मूलन, सहायता, परामर्श, परामर्श केंद्र, सेमिनार, संगोष्ठी, roko, ke khilaf,
rokthaam, jagrukta, jaagrukta, helpline, band karo, abhiyan, andolan, virodh pradarshan
""",
}
"""For the rules of `eastern`."""
