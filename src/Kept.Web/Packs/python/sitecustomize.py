# Run by Python before WeasyPrint. A pack of a few hundred pages is hundreds of thousands of objects that all live until the end: looking
# through them again and again for some to throw away took two thirds of the time and freed next to nothing. The process ends when
# the pages are laid out, and has a limit of its own on memory.
import gc

gc.disable()
