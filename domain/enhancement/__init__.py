"""Prompt enhancement: what a model is told, from traits, labels and a customer's words."""
