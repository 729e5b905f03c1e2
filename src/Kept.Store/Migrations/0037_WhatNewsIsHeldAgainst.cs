using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Kept.Store.Migrations;

/// <summary>Indexes by which news finds what it is held against: what families wrote lately, and what is kept from somebody.</summary>
[DbContext(typeof(KeptDb))]
[Migration("0037_WhatNewsIsHeldAgainst")]
internal sealed class WhatNewsIsHeldAgainst : Migration
{
    private static readonly (string Table, string Column, string Filter)[] Indexes =
    [
        ("concerns", "at", "words IS NOT NULL"),
        ("messages", "at", "is_from_family"),
        ("carer_answers", "at", "missing IS NOT NULL"),
        ("contributions", "taken_at", "language IS NOT NULL"),
        ("plan_views", "at", "words IS NOT NULL"),
        ("relationships", "id", "kept_from_others IS NOT NULL"),
        ("relationships", "restriction", "restriction <> 'none'")
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var (table, column, filter) in Indexes)
        {
            migrationBuilder.CreateIndex($"ix_{table}_school_id_{column}", table, ["school_id", column], filter: filter);
        }
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var (table, column, _) in Indexes)
        {
            migrationBuilder.DropIndex($"ix_{table}_school_id_{column}", table);
        }
    }
}
