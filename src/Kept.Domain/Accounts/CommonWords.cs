namespace Kept.Domain.Accounts;

/// <summary>What common passwords are made of. Passwords built from nothing else are refused.</summary>
internal static class CommonWords
{
    public static readonly string[] Rows =
        ["qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "01234567890", "1qaz2wsx3edc4rfv5tgb", "1q2w3e4r5t6y7u8i9o0p"];

    /// <summary>As they are left when letters-as-numbers are undone.</summary>
    public static readonly IReadOnlySet<string> All = """
        password passwort passw pass word passcode login logon signin secret admin administrator root user guest default test testing
        welcome hello letmein let me in open opensesame access changeme change this please enter master super superman batman spiderman
        qwerty qwertyuiop azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm abc abcdef iloveyou love lovely loveyou ilove you mum dad mummy daddy
        baby angel princess prince sunshine rainbow flower butterfly chocolate cheese cookie coffee banana orange apple cherry peaches
        football rugby cricket netball hockey arsenal liverpool chelsea everton manchester united city tottenham rangers celtic
        england scotland wales ireland london britain summer autumn winter spring
        january february march april may june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday today
        dragon monkey tiger lion horse pony kitten puppy dogs doggy cats shadow hunter ranger killer pokemon starwars minecraft
        charlie thomas jessica daniel george oliver harry jack james michael jordan ashley nicole samantha elizabeth
        school schools academy primary secondary college class classroom teacher teachers teaching headteacher pupil pupils student office
        senco send staff learning kept computer internet letters numbers samsung google facebook whatsapp microsoft windows
        blue green red yellow purple pink black white gold silver money freedom trustno trust nothing whatever forever family
        one two three four five six seven eight nine ten
        my the is and for our very not
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
