using Kept.Domain.Ledger;
using NodaTime;

namespace Kept.Domain.Tests.Ledger;

/// <summary>
/// The links that schools hold today must hash the same in ten years. The expected values were worked out by another program
/// from the written form of a link, not by this code.
/// </summary>
public sealed class LinkTests
{
    private const string Content = """{"happened":"action-done"}""";

    private static readonly Guid Chain = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");
    private static readonly Guid Actor = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8058");
    private static readonly byte[] Salt = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] Digest = Link.Digest(Salt, Content);
    private static readonly Link First = new(Chain, 1, Instant.FromUtc(2026, 5, 5, 8, 30), Actor, "entry-kept", Digest, Link.Start);

    [Fact]
    public void The_digest_of_content_never_changes() => Assert.Equal("83b081efcf417f3b85f112794d3108bcfd93dfc2711a21a2d2b4f55d461b8ca1", Convert.ToHexStringLower(Digest));

    [Fact]
    public void The_hash_of_a_link_never_changes() => Assert.Equal("f2212f6877dec448fd2630d2b8de64b89cebcbb1eef4925ca595ed1be0775696", Convert.ToHexStringLower(First.Hash()));

    [Fact]
    public void The_next_link_stands_on_it()
    {
        var second = First with { Number = 2, At = First.At + Duration.FromMilliseconds(123), Kind = "action-done", Before = First.Hash() };

        Assert.Equal("1078e8f30eaa95e26f79ca1b0fbcc2bd36c369deec3db2a62603d03d012edc93", Convert.ToHexStringLower(second.Hash()));
    }

    [Fact]
    public void Any_change_shows()
    {
        byte[] flipped = [.. Digest];
        flipped[31] ^= 1;
        Link[] changed =
        [
            First with { Chain = Actor },
            First with { Number = 2 },
            First with { At = First.At + Duration.FromMilliseconds(1) },
            First with { Actor = Chain },
            First with { Kind = "entry-keep" },
            First with { ContentDigest = flipped },
            First with { Before = flipped }
        ];

        Assert.Equal(changed.Length + 1, changed.Append(First).Select(link => Convert.ToHexString(link.Hash())).Distinct().Count());
    }

    [Fact]
    public void The_same_words_under_another_salt_look_different() => Assert.NotEqual(Digest, Link.Digest(Link.NewSalt(), Content));

    [Fact]
    public void A_salt_is_long_and_never_the_same()
    {
        Assert.Equal(Link.HashLength, Link.NewSalt().Length);
        Assert.NotEqual(Link.NewSalt(), Link.NewSalt());
    }
}
