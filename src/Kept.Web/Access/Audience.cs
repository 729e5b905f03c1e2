using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Kept.Web.Access;

/// <summary>A page's folder says who it is for; one that does not say stops the service from starting.</summary>
internal static class Audience
{
    public static void Guard(PageApplicationModel page) =>
        page.EndpointMetadata.Add(page.RelativePath.Split('/')[2] switch
        {
            "Staff" => new AuthorizeAttribute(Policies.Staff),
            "Family" => new AuthorizeAttribute(Policies.Family),
            "Public" => new AllowAnonymousAttribute(),
            _ => throw new InvalidOperationException($"{page.RelativePath} is in no Staff, Family or Public folder.")
        });
}
