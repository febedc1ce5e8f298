"""Those who take money for us: each makes links to pay at and reads its own signed messages."""
