using Kept.Domain.Packs;

namespace Kept.Domain.Tests.Packs;

public sealed class VeilTests
{
    private static readonly Veil Fathers = new([("craig@example.org", "[address not shown]")], ["07700 900123"]);

    [Theory]
    [InlineData("Ring his father on 07700 900123 tonight", "Ring his father on [number not shown] tonight")]
    [InlineData("Ring 07700900123", "Ring [number not shown]")]
    [InlineData("Ring +44 7700 900 123", "Ring [number not shown]")]
    [InlineData("Ring +44 (0)7700-900123.", "Ring [number not shown].")]
    [InlineData("Ring 0044 7700 900123", "Ring [number not shown]")]
    [InlineData("Write to Craig@Example.org", "Write to [address not shown]")]
    [InlineData("Ring 07700 900124", "Ring 07700 900124")]
    [InlineData("Case 1077009001234", "Case 1077009001234")]
    public void Anothers_number_is_hidden_however_it_was_typed(string typed, string shown) => Assert.Equal(shown, Fathers.Over(typed));

    [Fact]
    public void The_longest_name_that_fits_is_hidden_and_no_part_of_a_word()
    {
        var veil = new Veil([("Leo", "L.B."), ("Leo Bennett", "L.B."), ("Bennett", "B."), ("Ms Bennett", "[mother]"), ("Al", "[father]")], []);

        Assert.Equal("[mother] says L.B. likes Leonie; L.B.’s coat. Also almost.", veil.Over("Ms Bennett says Leo Bennett likes Leonie; leo’s coat. Also almost."));
    }

    [Fact]
    public void Names_in_other_scripts_are_hidden_too() => Assert.Equal("[mother] نے کہا", new Veil([("زینب", "[mother]")], []).Over("زینب نے کہا"));

    [Fact]
    public void Without_anything_to_hide_every_word_stays() => Assert.Equal("07700 900123", Veil.None.Over("07700 900123"));
}
