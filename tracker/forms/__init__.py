"""What a person may type, and the message when it is wrong. Choices are handed in."""
