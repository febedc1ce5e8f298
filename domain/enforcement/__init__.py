"""What follows from refused or reported content: strikes, reports, appeals, operators' acts."""
