using System.Net;
using Kept.Domain.Documents;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Staff.Documents;

public sealed class OfPupilTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_pupils_documents_stand_by_category_behind_a_tab_of_their_own()
    {
        await World.AddDocumentAsync(World.Leo, "A letter home");
        await World.AddDocumentAsync(World.Leo, "Psychologist’s advice", category: DocumentCategory.ProfessionalReport);
        var teacher = As(World.Teacher);

        var page = await teacher.GetAsync((await teacher.GetAsync($"/pupils/{World.Leo.Id}")).Document.QuerySelector("nav.tabs a[href$='/documents']")!.GetAttribute("href")!);

        Assert.Equal(["Professional’s report 1", "Letter 1"], page.Texts("main h2"));
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"/pupils/{World.Zainab.Id}/documents")).Status);
    }
}
