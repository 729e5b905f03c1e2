using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;
using Kept.Domain.Sharing;
using NodaTime;

namespace Kept.Domain.Tests.Sharing;

/// <summary>What stands in the way before something is shared with a family.</summary>
public sealed class SharingCheckTests
{
    private const string Afraid = "I am afraid that he follows us home from school";
    private static readonly LocalDate Today = new(2026, 11, 27);

    private readonly Concerned mother = new(Id<Person>.New(), "Ms Laura Bennett", Tie("mother"), ["14 Mill Lane"], [Afraid]);
    private readonly Concerned father = new(Id<Person>.New(), "Mr Craig Bennett", Tie("father"), [], []);

    [Fact]
    public void What_one_parent_wrote_to_the_school_alone_is_not_shared_with_the_other() =>
        Assert.Equal(
            ["Ms Laura Bennett wrote “I am afraid that he follows us” to the school alone, and Mr Craig Bennett would read it"],
            Found($"The mother said: {Afraid}."));

    [Fact]
    public void Where_one_parent_lives_is_not_shared_with_the_other() =>
        Assert.StartsWith("“14 Mill Lane” must not be known", Assert.Single(Found("The bus stops at 14, Mill Lane")), StringComparison.Ordinal);

    [Fact]
    public void To_the_parent_alone_it_may_be_said() =>
        Assert.Empty(SharingCheck.Findings($"You wrote: {Afraid}. The bus stops at 14 Mill Lane", null, mother.Id, [mother, father], Today));

    [Fact]
    public void News_tells_nobody_where_somebody_lives_or_what_a_family_wrote_and_names_neither()
    {
        var found = SharingCheck.FindingsInNews($"The fair is at 14, Mill Lane. A mother says: {Afraid}.", mother.Places, mother.Own).ToList();

        Assert.Equal(
            ["“14 Mill Lane” is kept private for a carer at this school, and every family would read it",
             "A carer wrote “I am afraid that he follows us” to the school alone, and every family would read it"],
            found);
        Assert.Empty(SharingCheck.FindingsInNews("The fair is on Friday", mother.Places, mother.Own));
    }

    [Fact]
    public void Who_may_not_be_told_reads_nothing_so_nothing_stands_in_the_way()
    {
        father.Tie.Restrict(ContactRestriction.NoContact, "No contact", "ZC1", null).OrThrow();
        Assert.Empty(Found($"The mother said: {Afraid}. The bus stops at 14 Mill Lane"));
    }

    [Fact]
    public void What_was_said_with_somebody_restricted_is_not_shared_without_a_thought()
    {
        father.Tie.Restrict(ContactRestriction.Limited, "Reports only", "ZC1", null).OrThrow();
        var found = SharingCheck.Findings("He asked for the report", father.Id, null, [mother, father], Today);
        Assert.StartsWith("This was said with Mr Craig Bennett, whom a court order restricts", Assert.Single(found), StringComparison.Ordinal);
    }

    [Fact]
    public void Ordinary_words_are_shared() => Assert.Empty(Found("Leo will start each day in the library"));

    private IEnumerable<string> Found(string words) => SharingCheck.Findings(words, null, null, [mother, father], Today);

    private static Relationship Tie(string kind) => new()
    {
        Id = Id<Relationship>.New(),
        SchoolId = Id<School>.New(),
        PupilId = Id<Pupil>.New(),
        CarerId = Id<Person>.New(),
        Kind = kind
    };
}
