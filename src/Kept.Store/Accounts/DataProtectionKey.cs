using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Kept.Store.Accounts;

/// <summary>A key that protects cookies and forms. In the database, so that every node reads what another wrote.</summary>
public sealed class DataProtectionKey
{
    public required Guid Id { get; init; }
    public required string Xml { get; init; }
}

internal sealed class DataProtectionKeyMapping : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> key) => key.HasKey(k => k.Id);
}

/// <summary>ASP.NET's packaged store for these is in no feed we use; it is this small.</summary>
public sealed class DataProtectionKeys(IServiceProvider services) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<KeptDb>();
        return [.. db.DataProtectionKeys.AsNoTracking().OrderBy(k => k.Id).Take(1000).Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<KeptDb>();
        db.DataProtectionKeys.Add(new DataProtectionKey { Id = Guid.CreateVersion7(), Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
