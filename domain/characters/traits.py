"""The typed traits of a character: what may be said of a person, and in which words.

Age is a number between 18 and 80 and nothing else can change it. Every other trait is one of a
closed list, so no free text about a body ever enters the system.
"""

AGE_YEARS_MIN = 18
AGE_YEARS_MAX = 80

TRAITS: dict[str, tuple[str, ...]] = {
    "gender": ("female", "male", "non-binary"),
    "ethnicity": (
        "Asian",
        "Black",
        "Hispanic",
        "Indian",
        "Middle Eastern",
        "Mixed",
        "Native American",
        "Pacific Islander",
        "White",
    ),
    "hairLength": ("short", "medium", "long"),
    "hairColor": (
        "black",
        "brown",
        "blonde",
        "red",
        "auburn",
        "gray",
        "white",
        "blue",
        "pink",
        "purple",
    ),
    "hairStyle": ("straight", "wavy", "curly", "braided", "ponytail", "bun"),
    "eyeColor": ("brown", "blue", "green", "hazel", "gray", "amber"),
    "skinTone": ("fair", "light", "medium", "olive", "tan", "brown", "dark"),
    "bodyType": ("slim", "athletic", "average", "curvy", "muscular", "plus-size"),
    "breastSize": ("small", "medium", "large"),
}
"""Every trait but age, with its canonical values; input is matched without case."""
