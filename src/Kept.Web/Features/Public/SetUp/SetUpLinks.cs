using Kept.Domain.Schools;
using Microsoft.AspNetCore.Http.Extensions;

namespace Kept.Web.Features.Public.SetUp;

/// <summary>What was answered on the first page goes to the second in its address: nothing is kept for a set-up that nobody finishes.</summary>
internal static class SetUpLinks
{
    public static string Person(string token, string school, string slug, Nation nation, string? trust) =>
        "/set-up/person" + new QueryBuilder
        {
            { "token", token },
            { "school", school },
            { "slug", slug },
            { "nation", nation.ToString() },
            { "trust", trust ?? "" }
        };
}
