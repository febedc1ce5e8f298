"""The stand-alone verifier: judges an export with nothing but the export and a public key.

It imports the standard library, msgspec, cryptography, pyarrow and `domain`, so that an auditor can
run it without the service, its database or its other adapters. The live verification shares it.
"""
