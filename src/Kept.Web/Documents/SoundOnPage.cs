namespace Kept.Web.Documents;

/// <summary>Sound is played from our own address, on the very pages that have some: no other page of ours may load any.</summary>
internal static class SoundOnPage
{
    private const string Allowed = "; media-src 'self'";

    public static void Allow(HttpResponse response)
    {
        var policy = response.Headers.ContentSecurityPolicy.ToString();
        if (!policy.Contains(Allowed, StringComparison.Ordinal))
        {
            response.Headers.ContentSecurityPolicy = policy + Allowed;
        }
    }
}
