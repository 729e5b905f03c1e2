using Kept.Domain.Pupils;

namespace Kept.Domain.Tests.Pupils;

public sealed class SenProvisionTests
{
    [Theory]
    [InlineData("K", SenProvision.Support)]
    [InlineData("k - SEN Support", SenProvision.Support)]
    [InlineData("SEN support", SenProvision.Support)]
    [InlineData("A", SenProvision.Support)]
    [InlineData("P", SenProvision.Support)]
    [InlineData("E", SenProvision.Plan)]
    [InlineData("EHCP", SenProvision.Plan)]
    [InlineData("Education, health and care plan", SenProvision.Plan)]
    [InlineData("S - Statement", SenProvision.Plan)]
    [InlineData("N", SenProvision.None)]
    [InlineData("No special educational need", SenProvision.None)]
    [InlineData("", SenProvision.None)]
    [InlineData(null, SenProvision.None)]
    public void A_code_or_its_words_are_read(string? written, SenProvision provision) => Assert.Equal(provision, SenProvisions.Read(written));

    [Theory]
    [InlineData("Q")]
    [InlineData("Yes")]
    public void What_is_neither_is_not_guessed(string written) => Assert.Null(SenProvisions.Read(written));

    [Theory]
    [InlineData(SenProvision.None)]
    [InlineData(SenProvision.Support)]
    [InlineData(SenProvision.Plan)]
    public void The_words_on_a_page_read_back(SenProvision provision) => Assert.Equal(provision, SenProvisions.Read(provision.InWords()));
}
