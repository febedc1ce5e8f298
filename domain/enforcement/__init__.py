"""What follows from content that is refused or reported: refusals, strikes, reports, appeals."""
