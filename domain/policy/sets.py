"""Words that stand for one another in many phrases: `{self}` in a block means each of them."""

SETS = {
    "self": "herself, himself, myself, yourself, themselves, themself, oneself, ourselves",
    "own": "her own, his own, my own, your own, their own, own",
    "her": "her, his, my, your, their",
    "someone": """
woman, women, man, men, girl, girls, lady, ladies, bloke, blokes, guy, guys, dude, dudes, chick,
chicks, gal, gals, fella, fellas, chap, wife, husband, girlfriend, boyfriend, blonde, brunette, milf
""",
    "kin": """
mom, mum, mother, mommy, dad, father, sister, sis, brother, bro, son, daughter, aunt, auntie, uncle,
niece, nephew, cousin, granny, grandma, grandmother, grandpa, grandfather, stepmom, stepmum,
stepmother, stepdad, stepfather, stepsister, stepbrother, stepson, stepdaughter, sibling
""",
    "folk": """
tourists, tourist, campers, hikers, villagers, students, workers, couple, couples, passengers,
civilians, people, crowd, nuns, nun, hitchhiker, hitchhikers, backpackers, guests, pilgrims,
peasants, teachers, nurses, lovers, bystanders, protesters, monks, sailors, housemates, roommates,
partygoers, neighbours, neighbors, joggers, shoppers, commuters, patients
""",
    "many": """
women, girls, ladies, men, blokes, guys, dudes, chicks, gals, wives, brides, virgins, females,
maidens, babes, humans, human beings
""",
}
