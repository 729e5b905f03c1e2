using Kept.Domain.Coach;

namespace Kept.Domain.Tests.Coach;

public sealed class OwnersTests
{
    [Theory]
    [InlineData("SENCO", "Mrs Amina Khan")]
    [InlineData("SENDCo", "Mrs Amina Khan")]
    [InlineData("Mrs Khan", "Mrs Amina Khan")]
    [InlineData("ak", "Mrs Amina Khan")]
    [InlineData(" AK. ", "Mrs Amina Khan")]
    [InlineData("Mrs Khan (SENCO)", "Mrs Amina Khan")]
    [InlineData("the class teacher", "Mr Tom Ellis")]
    [InlineData("TA", "Mr Piotr Wrona")]
    [InlineData("Mum", "Ms Laura Bennett")]
    [InlineData("Ms Bennett (mum)", "Ms Laura Bennett")]
    [InlineData("Dr Nair", "Dr Priya Nair")]
    [InlineData("EP", "Dr Priya Nair")]
    [InlineData("school office", "Mrs Jo Lister")]
    [InlineData("me", "Miss Grace Okafor")]
    public void A_cell_that_means_one_person_is_that_person(string cell, string name)
    {
        var reading = Owners.Resolve(cell, SampleSchool.On("2026-04-23", "5E", "Miss Grace Okafor"));

        Assert.Equal(name, reading.Owner?.Name);
        Assert.Null(reading.Advice);
    }

    [Theory]
    [InlineData("School", AdviceCode.GroupOwner)]
    [InlineData("SEND team", AdviceCode.GroupOwner)]
    [InlineData("all staff", AdviceCode.GroupOwner)]
    [InlineData("parents", AdviceCode.GroupOwner)]
    [InlineData("the team", AdviceCode.GroupOwner)]
    [InlineData("TBC", AdviceCode.NoOwner)]
    [InlineData("someone", AdviceCode.NoOwner)]
    [InlineData("", AdviceCode.NoOwner)]
    [InlineData("Bennett", AdviceCode.NoOwner)]
    [InlineData("parent", AdviceCode.NoOwner)]
    [InlineData("Mrs Patel", AdviceCode.NoOwner)]
    [InlineData("Mrs Khan's cupboard", AdviceCode.NoOwner)]
    [InlineData("form tutor", AdviceCode.NoOwner)]
    [InlineData("SENCO and class teacher", AdviceCode.TwoOwners)]
    [InlineData("AK/TE", AdviceCode.TwoOwners)]
    [InlineData("Mr & Ms Bennett", AdviceCode.TwoOwners)]
    public void A_cell_that_means_nobody_in_particular_is_refused_with_a_reason(string cell, string code)
    {
        var reading = Owners.Resolve(cell, SampleSchool.On("2026-04-23", "5E"));

        Assert.Null(reading.Owner);
        Assert.Equal(code, reading.Advice?.Code);
    }
}
