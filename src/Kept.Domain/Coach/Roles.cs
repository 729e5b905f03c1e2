namespace Kept.Domain.Coach;

/// <summary>The ways in which schools write the same role.</summary>
internal static class Roles
{
    private static readonly string[][] SameRole =
    [
        ["senco", "sendco", "senc o", "special educational needs co-ordinator", "special educational needs coordinator", "sen coordinator", "send coordinator", "send co-ordinator"],
        ["class teacher", "classteacher", "teacher", "class tutor"],
        ["form tutor", "tutor", "form teacher"],
        ["teaching assistant", "ta", "lsa", "learning support assistant", "classroom assistant", "class ta", "class teaching assistant"],
        ["attendance lead", "attendance officer", "attendance manager"],
        ["pastoral lead", "pastoral manager", "pastoral officer"],
        ["dsl", "safeguarding lead", "designated safeguarding lead"],
        ["office", "school office", "front office", "office manager", "school secretary", "reception", "main office"],
        ["head teacher", "headteacher", "head", "headmaster", "headmistress", "principal"],
        ["educational psychologist", "ep", "ed psych", "edpsych", "ed psychologist", "education psychologist", "psychologist"],
        ["speech and language therapist", "speech & language therapist", "speech therapist", "salt", "s&l therapist", "language therapist"],
        ["occupational therapist", "ot"],
        ["la case officer", "case officer", "case worker", "caseworker", "ehc coordinator"],
        ["mother", "mum", "mam", "mom", "mummy"],
        ["father", "dad", "daddy"],
        ["stepmother", "stepmum", "step-mum", "step mum", "step-mother"],
        ["stepfather", "stepdad", "step-dad", "step dad", "step-father"],
        ["grandmother", "gran", "grandma", "nan", "nana", "granny"],
        ["grandfather", "grandad", "granddad", "grandpa"],
        ["foster carer", "foster mum", "foster dad", "foster parent"]
    ];

    /// <summary>Roles that outsiders and schools name, whether or not somebody here holds them.</summary>
    private static readonly string[] Others =
    [
        "school nurse", "nurse", "gp", "social worker", "family support worker", "counsellor", "governor", "chair of governors",
        "key worker", "keyworker", "key adult", "phase leader", "head of year", "year lead", "deputy head", "assistant head", "sendco",
        "maths teacher", "english teacher", "science teacher", "pe teacher", "music teacher", "history teacher", "french teacher",
        "subject teacher", "cover supervisor", "lunchtime supervisor", "midday supervisor", "caretaker", "librarian", "exams officer",
        "business manager", "bus driver", "escort", "taxi driver", "guardian", "aunt", "auntie", "uncle", "sister", "brother",
        "paediatrician", "specialist teacher", "advisory teacher", "elsa", "mentor", "learning mentor", "physio", "physiotherapist",
        "new teacher", "supply teacher", "parent governor", "head of sen", "deputy dsl", "cook"
    ];

    /// <summary>Every wording of a role that might be held by one person.</summary>
    public static IReadOnlySet<string> Known { get; } =
        SameRole.SelectMany(r => r).Concat(Others).ToHashSet(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Canonicals =
        SameRole.SelectMany(r => r.Select(w => (w, r[0]))).ToDictionary(p => p.w, p => p.Item2, StringComparer.Ordinal);

    public static string Canonical(string wording)
    {
        var lower = wording.Trim().ToLowerInvariant();
        return Canonicals.GetValueOrDefault(lower, lower);
    }

    /// <summary>A role that many hold, one in each class: whose it is depends on the pupil.</summary>
    public static bool IsOfClass(string canonical) => canonical is "class teacher" or "form tutor" or "teaching assistant";

    public static bool IsAnyCarer(string wording) => wording is "parent" or "carer" or "parent/carer" or "parent or carer" or "guardian";
}
