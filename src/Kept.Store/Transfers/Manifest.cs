using System.Text.Json;
using System.Text.Json.Serialization;
using Kept.Domain.Access;

namespace Kept.Store.Transfers;

/// <summary>What a package is and holds. It is what the school signs; every other file is named in it with its digest.</summary>
/// <param name="Format">"kept-handover-1": what reads it knows how.</param>
/// <param name="Id">The package's own; reading the same one in twice changes nothing.</param>
/// <param name="Chain">The pupil's chain at the school that made it.</param>
/// <param name="Links">How long the chain was.</param>
/// <param name="Head">The hash of its last link.</param>
/// <param name="Safeguarding">Whether it is the safeguarding leads' own package, and nothing but that.</param>
/// <param name="AgreedOn">The day on which it was agreed with the family what is shared (SEND Code 6.57). The safeguarding file needs no such word.</param>
/// <param name="Files">SHA-256 of each file, by its name: of the record’s own, and of the documents’.</param>
public sealed record Manifest(
    string Format, Guid Id, Guid SchoolId, string School, string Upn, string Pupil, Guid Chain, long Links, string Head, bool Safeguarding, string? AgreedOn,
    string MadeAt, PackedCheckpoint? Checkpoint, IReadOnlyDictionary<string, string> Files)
{
    public const string CurrentFormat = "kept-handover-1";
    public const string FileName = "manifest.json";

    /// <summary>Whoever runs the machine reads all, and still is no safeguarding lead.</summary>
    internal static bool IsForSafeguarding(Viewer viewer) => viewer is StaffViewer staff && staff.MaySee(Visibility.Safeguarding);

    internal static readonly JsonSerializerOptions Spelling = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>For reading: what a later version wrote is never taken as if it were not there.</summary>
    internal static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true
    };
}

/// <summary>The last daily checkpoint that saw this chain grow: what the school's governors may have in their minutes.</summary>
public sealed record PackedCheckpoint(long Number, string MadeOn, string Seal, string Signature, long HeadNumber, string Head);

/// <summary>The signature of the manifest, and the public half of the key that made it.</summary>
public sealed record PackageSignature(string PublicKey, string Signature)
{
    public const string FileName = "signature.json";
}

/// <summary>One link of the chain as it travels. One that has only its hash stays at the school: the chain still holds around it.</summary>
public sealed record PackedLink(
    long Number, string Hash, string? At = null, Guid? Actor = null, string? Kind = null, string? ContentDigest = null, string? Before = null, string? Salt = null, string? Content = null);

/// <summary>Somebody whom the record names.</summary>
public sealed record PackedPerson(
    Guid Id, string Kind, string GivenName, string FamilyName, string? Title = null, string? Job = null, string? Email = null, string? Phone = null);
