using System.Net;
using System.Net.Http.Json;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Log;

public sealed class PupilsTests(KeptHost host) : PageTest(host)
{
    [Theory]
    [InlineData("leo")]
    [InlineData("ben")]
    public async Task Three_letters_find_a_pupil(string typed)
    {
        var found = await FindAsync(World.Teacher, typed);

        Assert.Equal(new Option(World.Leo.Id.ToString(), "Leo Bennett", "Year 5, 5E"), Assert.Single(found));
    }

    [Fact]
    public async Task Only_pupils_whom_the_person_may_see_are_offered()
    {
        Assert.Empty(await FindAsync(World.Teacher, "zai"));
        Assert.Empty(await FindAsync(World.RiversideSenco, "leo"));
        Assert.Single(await FindAsync(World.Senco, "zai"));
    }

    [Fact]
    public async Task Who_may_not_log_is_offered_nobody() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await As(World.Governor).DownloadAsync("/log/pupils?q=leo")).StatusCode);

    private async Task<IReadOnlyList<Option>> FindAsync(TestPerson person, string typed)
    {
        var answer = await As(person).DownloadAsync($"/log/pupils?q={typed}");
        return (await answer.Content.ReadFromJsonAsync<List<Option>>(Cancel))!;
    }

    private sealed record Option(string Id, string Name, string Detail);
}
