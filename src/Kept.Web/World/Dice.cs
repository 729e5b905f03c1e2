namespace Kept.Web.World;

/// <summary>Chance that falls the same way each time for the same seed and name.</summary>
internal sealed class Dice(int seed, string name)
{
    private readonly Random random = new(Mix(seed, name));

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => random.Next(least, most + 1);

    public bool Chance(int inAHundred) => random.Next(100) < inAHundred;

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public T[] Shuffled<T>(IEnumerable<T> all)
    {
        T[] shuffled = [.. all];
        random.Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>string.GetHashCode differs from run to run; this does not (FNV-1a).</summary>
    private static int Mix(int seed, string name) =>
        unchecked((int)name.Aggregate(2166136261u ^ (uint)seed, (hash, c) => (hash ^ c) * 16777619u));
}
