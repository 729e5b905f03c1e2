using System.Net;
using Kept.Web.Tests.World;

namespace Kept.Web.Tests.Features.Public.Families;

/// <summary>For who cannot scan: the code of the letter, typed.</summary>
public sealed class CodeTests(KeptHost host) : PageTest(host)
{
    [Fact]
    public async Task A_letter_works_once_and_a_typed_code_works_however_it_is_typed()
    {
        var letter = await Host.LetterAsync(World.LeosFather, World.Leo);
        var (address, code) = (letter[..letter.LastIndexOf('/')], letter[(letter.LastIndexOf('/') + 1)..]);
        var father = SignedOut();
        var typed = await father.GetAsync(address);
        Assert.Contains("16 letters and numbers", (await father.SubmitAsync(typed.Form(), ("Code", "1234"))).Errors.Single(), StringComparison.Ordinal);

        var asked = await father.SubmitAsync(typed.Form(), ("Code", $" {code.Replace('-', ' ').Replace('0', 'o').Replace('1', 'l').ToLowerInvariant()} "));
        Assert.Equal("When was your child born?", asked.Texts("legend").Single());
        Assert.Equal($"/family/hillview/{World.Leo.Id}", (await father.AnswerAsync(letter, World.Leo.Born)).Url);
        Assert.Equal(HttpStatusCode.NotFound, (await SignedOut().GetAsync(letter)).Status);
    }
}
