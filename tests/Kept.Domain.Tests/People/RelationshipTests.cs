using Kept.Domain.Access;
using Kept.Domain.People;
using Kept.Domain.Pupils;
using Kept.Domain.Schools;

namespace Kept.Domain.Tests.People;

public sealed class RelationshipTests
{
    [Fact]
    public void A_restriction_needs_the_reason_and_the_order()
    {
        var tie = Tie();

        Assert.True(tie.Restrict(ContactRestriction.NoContact, " ", "ZC1", null).Refused(out var refusal));
        Assert.Equal("RestrictionReason", refusal.Field);
        Assert.True(tie.Restrict(ContactRestriction.NoContact, "No calls", null, null).Refused(out refusal));
        Assert.Equal("CourtOrderReference", refusal.Field);
        Assert.Equal(ContactRestriction.None, tie.Restriction);
    }

    [Fact]
    public void A_lifted_restriction_leaves_nothing_behind()
    {
        var tie = Tie();
        tie.Restrict(ContactRestriction.NoContact, "No calls", "ZC1", new(2026, 12, 18)).OrThrow();

        tie.Restrict(ContactRestriction.None, "as it was", "ZC1", new(2026, 12, 18)).OrThrow();

        Assert.Equal((null, null, null), (tie.RestrictionReason, tie.CourtOrderReference, tie.RestrictionUntil));
        Assert.True(tie.MayBeToldOn(new(2026, 11, 22)));
    }

    [Fact]
    public void A_tie_says_who_the_carer_is_and_a_number_to_call_by()
    {
        var tie = Tie();
        TieDetails details = new("grandmother", KnownOrNot.No, 2, LivesWith.Part, ReceivesCopies: false);

        tie.Describe(details).OrThrow();
        Assert.Equal(("grandmother", 2), (tie.Kind, tie.Priority));

        Assert.True(tie.Describe(details with { Kind = " " }).Refused(out var refusal) && refusal.Field == "Kind");
        Assert.True(tie.Describe(details with { Priority = 0 }).Refused(out refusal) && refusal.Field == "Priority");
    }

    [Fact]
    public void Only_a_language_of_the_list_is_taken()
    {
        var tie = Tie();
        ContactPreferences wishes = new(ContactMethod.Text, "after 4pm", "ur", InterpreterNeeded: true, null);

        tie.Prefer(wishes).OrThrow();
        Assert.Equal("ur", tie.Language);
        Assert.True(tie.Prefer(wishes with { Language = "klingon" }).Refused(out var refusal));
        Assert.Equal("Language", refusal.Field);
    }

    [Fact]
    public void A_language_is_shown_by_its_own_name_too()
    {
        Assert.Equal("Urdu · اردو", Languages.Of("ur").InWords);
        Assert.True(Languages.Of("ur").IsRightToLeft);
        Assert.Equal("English", Languages.All[0].InWords);
        Assert.Equal(Languages.All.Count, Languages.All.Select(l => l.Tag).Distinct().Count());
    }

    [Fact]
    public void The_office_changes_wishes_and_nothing_else()
    {
        Assert.True(Of(StaffRole.Office).MayKeepWishes);
        Assert.False(Of(StaffRole.Office).MayChangeTies);
        Assert.True(Of(StaffRole.Senco).MayChangeTies);
        Assert.True(Of(StaffRole.Senco).MayKeepWishes);
        Assert.False(Of(StaffRole.ClassTeacher).MayKeepWishes);
        Assert.False(Of(StaffRole.Administrator).MayChangeTies);
    }

    private static Sight Of(StaffRole role) => Sight.Of([role]);

    private static Relationship Tie() =>
        new() { Id = Id<Relationship>.New(), SchoolId = Id<School>.New(), PupilId = Id<Pupil>.New(), CarerId = Id<Person>.New(), Kind = "mother" };
}
