"""Damaged copies of ELF files, the same ones from the same seed: `damaged(original, random)` yields a description and bytes.

Cuts at the borders of tables, fields of the header, of program headers, of the dynamic table and of version chains set to 0, 1, the
largest value or noise, links of chains bent back, and single bytes flipped. 64 and 32 bit, little-endian: the files of the machine.
"""

PT_LOAD, PT_DYNAMIC = 1, 2
DT_GNU_HASH, DT_VERDEF, DT_VERNEED = 0x6FFFFEF5, 0x6FFFFFFC, 0x6FFFFFFE
TABLES = {4: "hash", 5: "strtab", 6: "symtab", 7: "rela", 17: "rel", 23: "jmprel", DT_GNU_HASH: "gnu_hash",
          0x6FFFFFF0: "versym", DT_VERDEF: "verdef", DT_VERNEED: "verneed"}


class Layout:
    """Where the fields of one well-formed file lie: `fields` is a list of (name, offset, size), `borders` a list of (name, offset)."""

    def __init__(self, data):
        wide = data[4] == 2
        word = 8 if wide else 4
        header = ("e_type 16 2, e_machine 18 2, e_phoff 32 8, e_shoff 40 8, e_ehsize 52 2, e_phentsize 54 2, e_phnum 56 2, e_shentsize 58 2, "
                  "e_shnum 60 2, e_shstrndx 62 2" if wide else
                  "e_type 16 2, e_machine 18 2, e_phoff 28 4, e_shoff 32 4, e_ehsize 40 2, e_phentsize 42 2, e_phnum 44 2, e_shentsize 46 2, "
                  "e_shnum 48 2, e_shstrndx 50 2")
        self.fields = [(f"e_ident[{i}]", i, 1) for i in (4, 5, 6, 7)]
        self.fields += [(name, int(at), int(size)) for name, at, size in (each.split() for each in header.split(", "))]
        place = {name: (at, size) for name, at, size in self.fields}
        value = lambda at, size: int.from_bytes(data[at:at + size], "little")
        start, count = value(*place["e_phoff"]), value(*place["e_phnum"])
        entry = 56 if wide else 32
        self.borders = [("e_ident", 16), ("header", 64 if wide else 52), ("program headers", start + entry * count)]
        loads, dynamic = [], None
        for index in range(count):
            at = start + entry * index
            kind = value(at, 4)
            offset, address, size = (value(at + 8 * i, 8) for i in (1, 2, 4)) if wide else (value(at + 4 * i, 4) for i in (1, 2, 4))
            if kind == PT_LOAD:
                loads.append((address, offset, size))
            if kind == PT_DYNAMIC:
                dynamic = (offset, size)
            self.fields += [(f"p_type[{index}]", at, 4)] + [
                (f"p[{index}]+{i}", at + i, word) for i in (range(8, 56, 8) if wide else range(4, 32, 4))]
            self.borders.append((f"segment {index}", offset + size))
        file_offset = lambda address: next((o + address - a for a, o, s in loads if a <= address < a + s), None)
        self.tables = {}
        if dynamic:
            self.borders.append(("dynamic table", dynamic[0]))
            for at in range(dynamic[0], dynamic[0] + dynamic[1] - 2 * word + 1, 2 * word):
                tag = value(at, word)
                if tag == 0:
                    break
                self.fields += [(f"d_tag {tag:#x}", at, word), (f"d_val of {tag:#x}", at + word, word)]
                where = file_offset(value(at + word, word)) if tag in TABLES else None
                if where is not None:
                    self.tables[TABLES[tag]] = where
                    self.borders.append((TABLES[tag], where))
        # The first records of each chain: header and auxiliary records are made of half words and words.
        for name in ("verneed", "verdef"):
            if name in self.tables:
                self.fields += [(f"{name}+{i}", self.tables[name] + i, 2) for i in (0, 2, 4, 6)]
                self.fields += [(f"{name}+{i}", self.tables[name] + i, 4) for i in range(8, 80, 4)]
        for name in ("hash", "gnu_hash"):
            if name in self.tables:
                self.fields += [(f"{name}+{i}", self.tables[name] + i, 4) for i in range(0, 32, 4)]


def damaged(original, random, count):
    """Yields `count` times (what was done, bytes); the structural ones first, in an order that the seed decides."""
    layout = Layout(original)
    jobs = [("cut", border, shift) for border in layout.borders for shift in (-1, 0, 1, 8)]
    jobs += [("field", field, what) for field in layout.fields for what in ("zero", "one", "most", "noise", "end")]
    random.shuffle(jobs)
    while len(jobs) < count:
        jobs.append(("flip", None, None))
    for kind, subject, how in jobs[:count]:
        data = bytearray(original)
        if kind == "cut":
            del data[max(0, subject[1] + how):]
            yield f"cut {how:+d} at {subject[0]}", data
        elif kind == "field":
            name, at, size = subject
            value = {"zero": 0, "one": 1, "most": 256 ** size - 1, "noise": random.randrange(256 ** size), "end": len(original)}[how]
            data[at:at + size] = (value % 256 ** size).to_bytes(size, "little")
            yield f"{name} = {value:#x}", data
        else:
            spots = [random.randrange(min(len(data), 8192)) for _ in range(8)]
            for spot in spots:
                data[spot] ^= 1 << random.randrange(8)
            yield f"bits flipped at {spots}", data
