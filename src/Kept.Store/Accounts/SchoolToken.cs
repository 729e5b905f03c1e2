using Kept.Domain;
using Kept.Domain.Schools;

namespace Kept.Store.Accounts;

/// <summary>A secret in an address that says which school to ask, since whoever brings it is not signed in. Only its hash is kept.</summary>
internal static class SchoolToken
{
    private const int IdLength = 16;

    public static (string Token, byte[] Hash) New(Id<School> school)
    {
        var secret = Secret.New();
        return (Secret.Write([.. school.Value.ToByteArray(), .. secret]), Secret.Hash(secret));
    }

    /// <summary>Null when it is no such thing.</summary>
    public static (Id<School> School, byte[] Hash)? Read(string? token) => Secret.Read(token) is { Length: > IdLength } bytes
        ? (new Id<School>(new Guid(bytes.AsSpan(0, IdLength))), Secret.Hash(bytes.AsSpan(IdLength)))
        : null;
}
